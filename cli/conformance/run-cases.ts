import type { TestCase, TestGroup } from './case-file';
import { offersNeeded } from './offers';
import { ask, jsonOf, type Run, runRequest, type Saved } from './run-request';
import { unknownIn } from './unknown-in';
import type { Verdict } from './verdict';
import type { XmlElement } from './xml-element';

export type CaseResult = {
  group: string;
  name: string;
  /** not offered: the case is about what this host's CheckFileInfo does not announce */
  result: 'passed' | 'failed' | 'skipped' | 'not offered';
  /** what failed, or why it was not run; a sentence each */
  reasons: string[];
  /** what prerequisites of its group ask for and this tool does not know: they were judged by the rest */
  passedOver: string[];
};

export type Selection = { category: string; group?: string | undefined; test?: string | undefined };
type Outcome = Pick<CaseResult, 'result' | 'reasons' | 'passedOver'>;

/**
 * Runs the cases that are selected, one after the other. As the validator does: when a prerequisite of a group
 * fails, its cases are skipped; a case ends at its first request that fails, and is cleaned up after. What this tool
 * does not know skips the cases that have it themselves, and no others.
 */
export async function runCases(run: Run, wanted: Selection): Promise<CaseResult[]> {
  const prerequisites = new Map<string, Outcome>();
  const results: CaseResult[] = [];
  let info: Promise<unknown> | undefined;
  for (const group of run.file.groups) {
    for (const each of group.cases.filter((one) => isSelected(group, one, wanted))) {
      const needed = offersNeeded(
        each,
        group.prerequisites.flatMap((name) => run.file.prerequisites.get(name) ?? []),
      );
      if (needed.length > 0) info ??= checkFileInfo(run);
      const missing = notAnnounced(needed, await info);
      const outcome =
        missing.length > 0
          ? outcomeOf('not offered', [`CheckFileInfo does not announce ${missing.join(', ')}`])
          : await runInGroup(run, group, each, prerequisites);
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

async function checkFileInfo(run: Run): Promise<unknown> {
  const answer = await ask(run, 'CheckFileInfo');
  return answer?.status === 200 ? jsonOf(answer) : undefined;
}

/** Where there is no CheckFileInfo to read, the prerequisites find out and say what is wrong with it. */
function notAnnounced(needed: readonly string[], info: unknown): string[] {
  if (typeof info !== 'object' || info === null) return [];
  return needed.filter((property) => Reflect.get(info, property) !== true);
}

async function runInGroup(
  run: Run,
  group: TestGroup,
  each: TestCase,
  prerequisites: Map<string, Outcome>,
): Promise<Outcome> {
  const passedOver: string[] = [];
  for (const name of group.prerequisites) {
    const prerequisite = run.file.prerequisites.get(name);
    if (!prerequisite) return outcomeOf('skipped', [`the prerequisite ${name} is not in the file`]);
    const outcome = prerequisites.get(name) ?? (await runPrerequisite(run, prerequisite));
    prerequisites.set(name, outcome);
    passedOver.push(...outcome.passedOver);
    if (outcome.result !== 'passed') return outcomeOf('skipped', [`${name}: ${outcome.reasons[0] ?? ''}`], passedOver);
  }
  return { ...(await runCase(run, each)), passedOver };
}

async function runCase(run: Run, each: TestCase): Promise<Outcome> {
  const unknown = [...each.requests, ...each.cleanup].flatMap((part) => unknownIn(part, run.file.resources));
  if (unknown.length > 0) return notSupported(unknown);
  return runRequests(run, each, (verdict) => (verdict.unknown.length > 0 ? notSupported(verdict.unknown) : null));
}

/**
 * A prerequisite stands before groups that need nothing of what this tool does not know, so it is judged by what is
 * known of its validators. What it sends has to be known as a whole.
 */
async function runPrerequisite(run: Run, each: TestCase): Promise<Outcome> {
  const unknown = [...each.requests, ...each.cleanup].flatMap((part) =>
    unknownIn(withoutValidators(part), run.file.resources),
  );
  if (unknown.length > 0) return notSupported(unknown);
  const passedOver = new Set<string>();
  const outcome = await runRequests(run, each, (verdict) => {
    for (const name of verdict.unknown) passedOver.add(`${name} of the prerequisite ${each.name}`);
    return null;
  });
  return { ...outcome, passedOver: [...passedOver] };
}

/** @param endedBy what a request that is not wrong ends the case with, if it does */
async function runRequests(run: Run, each: TestCase, endedBy: (verdict: Verdict) => Outcome | null): Promise<Outcome> {
  const saved: Saved = new Map([
    ['OriginalWopiSrc', run.target.wopiSrc],
    ['OriginalAccessToken', run.target.accessToken],
  ]);
  try {
    for (const request of each.requests) {
      const verdict = await runRequest(run, request, saved);
      const reasons = [...new Set(verdict.problems)].map((problem) => `${request.name}: ${problem}`);
      if (reasons.length > 0) return outcomeOf('failed', reasons);
      const end = endedBy(verdict);
      if (end) return end;
    }
    return outcomeOf('passed', []);
  } finally {
    for (const request of each.cleanup) await runRequest(run, request, saved);
  }
}

function withoutValidators(request: XmlElement): XmlElement {
  return { ...request, children: request.children.filter(({ name }) => name !== 'Validators') };
}

function notSupported(names: readonly string[]): Outcome {
  return outcomeOf('skipped', [`not supported: ${[...new Set(names)].join(', ')}`]);
}

function outcomeOf(result: CaseResult['result'], reasons: string[], passedOver: string[] = []): Outcome {
  return { result, reasons, passedOver };
}
