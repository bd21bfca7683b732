import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCaseFile } from '@/cli/conformance/case-file';
import { readResources } from '@/cli/conformance/resources';
import { type CaseResult, runCases, type Selection } from '@/cli/conformance/run-cases';
import type { Target } from '@/cli/conformance/send-request';
import type { BreakingHost } from './breaking-host';

export type Wanted = Partial<Selection>;

/** A host with what it takes to run the cases of a file against it. */
export type Looked = { host: BreakingHost; target: Target };

/** Reads a case file as Microsoft's tools write it, with a byte order mark. */
export function caseFile(name: string) {
  const at = path.resolve('test/fixtures/conformance', name);
  const text = readFileSync(at, 'utf8');
  const file = readCaseFile(`\uFEFF${text}`);
  const resource = readResources(file, at);
  const run = (target: Target, wanted: Wanted = {}) =>
    runCases({ target, file, resource }, { category: 'All', ...wanted });
  return { text, run };
}

export const failed = (results: CaseResult[]) => results.filter((each) => each.result === 'failed');
