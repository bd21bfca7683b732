import type { CaseFile, TestCase, TestGroup } from './case-file';
import { UnknownPath, valueAt } from './json-path';
import { withoutTokens } from './json-properties';
import { type Given, requestKinds } from './request-kinds';
import { type HostAnswer, sendRequest, type Target } from './send-request';
import { unknownValidators, validate, validateSuccess } from './validators';
import { childOf, type XmlElement } from './xml-element';

export type CaseResult = {
  group: string;
  name: string;
  result: 'passed' | 'failed' | 'skipped';
  /** what failed, or why it was skipped; a sentence each */
  reasons: string[];
};

export type Selection = { category: string; group?: string | undefined; test?: string | undefined };
type Run = { target: Target; file: CaseFile; resource: (id: string) => Buffer };
type Outcome = Pick<CaseResult, 'result' | 'reasons'>;

const states = /\$State:(\w+)/g;

/**
 * Runs the cases that are selected, one after the other. As the validator does: when a prerequisite of a group
 * fails, its cases are skipped; a case ends at its first request that fails, and is cleaned up after.
 */
export async function runCases(run: Run, wanted: Selection): Promise<CaseResult[]> {
  const known = new Map<string, Outcome>();
  const results: CaseResult[] = [];
  for (const group of run.file.groups) {
    const cases = group.cases.filter((each) => isSelected(group, each, wanted));
    if (cases.length === 0) continue;
    const unmet = await unmetPrerequisite(run, group, known);
    for (const each of cases) {
      const outcome: Outcome = unmet ? { result: 'skipped', reasons: [unmet] } : await runCase(run, each);
      results.push({ group: group.name, name: each.name, ...outcome });
    }
  }
  return results;
}

function isSelected(group: TestGroup, each: TestCase, wanted: Selection): boolean {
  if (wanted.group !== undefined && wanted.group !== group.name) return false;
  if (wanted.test !== undefined && wanted.test !== each.name) return false;
  return wanted.category === 'All' || each.category === 'WopiCore' || each.category === wanted.category;
}

async function unmetPrerequisite(run: Run, group: TestGroup, known: Map<string, Outcome>): Promise<string | null> {
  for (const name of group.prerequisites) {
    const each = run.file.prerequisites.get(name);
    if (!each) return `the prerequisite ${name} is not in the file`;
    const outcome = known.get(name) ?? (await runCase(run, each));
    known.set(name, outcome);
    if (outcome.result !== 'passed') return `${name}: ${outcome.reasons[0] ?? ''}`;
  }
  return null;
}

async function runCase(run: Run, each: TestCase): Promise<Outcome> {
  const unknown = [...each.requests, ...each.cleanup].flatMap(unknownIn);
  if (unknown.length > 0) return { result: 'skipped', reasons: [`not supported: ${[...new Set(unknown)].join(', ')}`] };
  const saved = new Map([
    ['OriginalWopiSrc', run.target.wopiSrc],
    ['OriginalAccessToken', run.target.accessToken],
  ]);
  try {
    for (const request of each.requests) {
      const reasons = await runRequest(run, request, saved);
      if (reasons.length > 0) {
        return { result: 'failed', reasons: [...new Set(reasons)].map((reason) => `${request.name}: ${reason}`) };
      }
    }
    return { result: 'passed', reasons: [] };
  } catch (error) {
    if (error instanceof UnknownPath) return { result: 'skipped', reasons: [`not supported: ${error.message}`] };
    throw error;
  } finally {
    for (const request of each.cleanup) await runRequest(run, request, saved);
  }
}

function unknownIn(request: XmlElement): string[] {
  if (!Object.hasOwn(requestKinds, request.name)) return [request.name];
  const mutators = childOf(request, 'Mutators')?.children ?? [];
  return [
    ...mutators.filter(({ name }) => name !== 'ProofKey' && name !== 'AccessToken').map(({ name }) => name),
    ...(childOf(request, 'Validators')?.children ?? []).flatMap(unknownValidators),
  ];
}

async function runRequest(run: Run, request: XmlElement, saved: Map<string, string>): Promise<string[]> {
  const kind = requestKinds[request.name];
  if (!kind) return [];
  const given = withStates(request.attributes, saved);
  if (given === null || (kind.needsUrl && !given.OverrideUrl)) return ['an earlier answer gave no URL for it'];
  const text = (childOf(request, 'RequestBody') ?? childOf(request, 'RequestBodyJson'))?.text ?? '';
  const body = kind.body === 'resource' ? run.resource(given.ResourceId ?? '') : kind.body ? Buffer.from(text) : null;
  let answer: HostAnswer;
  try {
    answer = await sendRequest(run.target, request, kind, { given, body });
  } catch (error) {
    return [`the host did not answer: ${withoutTokens(error instanceof Error ? error.message : String(error))}`];
  }
  const validators = childOf(request, 'Validators')?.children;
  const reasons = validators
    ? validators.flatMap((each) => validate(answer, each, { states: saved, resource: run.resource }))
    : validateSuccess(answer);
  if (reasons.length === 0) saveStates(request, answer, saved);
  return reasons;
}

/** Puts what was saved in the place of `$State:NAME`; null when it was never saved. */
function withStates(attributes: Given, saved: ReadonlyMap<string, string>): Given | null {
  const filled = Object.entries(attributes).map(([name, value]): [string, string] => [
    name,
    value.replace(states, (whole, key: string) => saved.get(key) ?? whole),
  ]);
  return filled.some(([, value]) => /\$State:\w+/.test(value)) ? null : Object.fromEntries(filled);
}

function saveStates(request: XmlElement, answer: HostAnswer, saved: Map<string, string>): void {
  for (const { attributes } of childOf(request, 'SaveState')?.children ?? []) {
    const { Name = '', Source = '', SourceType } = attributes;
    const value = SourceType === 'Header' ? answer.headers.get(Source) : valueAt(jsonOf(answer), Source);
    if (value !== undefined && value !== null) saved.set(Name, String(value));
  }
}

function jsonOf(answer: HostAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'));
  } catch {
    return undefined;
  }
}
