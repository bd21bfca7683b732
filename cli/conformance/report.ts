import type { CaseResult } from './run-cases';

export type Tally = { passed: number; failed: number; skipped: number; notOffered: number };

/** The results of one host, or of one configuration of Lectern. */
export type Report = { name: string; total: Tally; groups: ({ name: string } & Tally)[]; cases: CaseResult[] };

/** Counts results by group, in the order of the case file. */
export function makeReport(name: string, cases: readonly CaseResult[]): Report {
  const groups = [...new Set(cases.map((each) => each.group))];
  return {
    name,
    total: tally(cases),
    groups: groups.map((group) => ({ name: group, ...tally(cases.filter((each) => each.group === group)) })),
    cases: [...cases],
  };
}

/** A host passes when something passed and nothing failed: where everything is skipped nothing was seen. */
export function isGood({ total }: Report): boolean {
  return total.failed === 0 && total.passed > 0;
}

/**
 * The report as lines for a person: a table by group, then what failed, and what was not run and why, with the groups
 * that it is about.
 */
export function reportLines(report: Report): string[] {
  const width = Math.max(12, ...report.groups.map(({ name }) => name.length));
  const row = (name: string, { passed, failed, skipped, notOffered }: Tally) =>
    `  ${name.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${String(skipped).padStart(7)}  ${String(notOffered).padStart(11)}`;
  return [
    report.name,
    `  ${'group'.padEnd(width)}  passed  failed  skipped  not offered`,
    ...report.groups.map((group) => row(group.name, group)),
    row('in all', report.total),
    ...whyLines(report.cases),
  ];
}

/**
 * What came of each case in all reports together, where a host was looked at in several configurations: a case that
 * is skipped in one is there for another.
 */
export function togetherLines(reports: readonly Report[]): string[] {
  const best = new Map<string, CaseResult>();
  for (const each of reports.flatMap(({ cases }) => cases)) {
    const key = JSON.stringify([each.group, each.name]);
    const known = best.get(key);
    if (!known || weight[each.result] > weight[known.result]) best.set(key, each);
  }
  const cases = [...best.values()];
  const { passed, failed, skipped, notOffered } = tally(cases);
  return [
    `Together: ${cases.length} cases, ${passed} passed, ${failed} failed, ${skipped} skipped, ${notOffered} not offered`,
    ...whyLines(cases),
  ];
}

const weight: Readonly<Record<CaseResult['result'], number>> = { failed: 3, passed: 2, skipped: 1, 'not offered': 0 };

function whyLines(cases: readonly CaseResult[]): string[] {
  const told = (result: CaseResult['result']) => cases.filter((each) => each.result === result);
  return [
    ...told('failed').flatMap(({ group, name, reasons }) => [
      `  FAILED ${group} ${name}`,
      ...reasons.map((each) => `    ${each}`),
    ]),
    ...byReason(told('skipped'), ({ reasons }) => reasons).map((each) => `  skipped: ${each}`),
    ...byReason(told('not offered'), ({ reasons }) => reasons).map((each) => `  not offered by this host: ${each}`),
    ...byReason(cases, ({ passedOver }) => passedOver).map((each) => `  not looked at: ${each}`),
  ];
}

/** Each reason once, with the groups that it is about. */
function byReason(cases: readonly CaseResult[], reasonsOf: (each: CaseResult) => readonly string[]): string[] {
  const groups = new Map<string, Set<string>>();
  for (const each of cases) {
    for (const reason of reasonsOf(each)) groups.set(reason, (groups.get(reason) ?? new Set()).add(each.group));
  }
  return [...groups].map(([reason, names]) => `${reason} (${[...names].join(', ')})`);
}

function tally(cases: readonly CaseResult[]): Tally {
  const count = (result: CaseResult['result']) => cases.filter((each) => each.result === result).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    notOffered: count('not offered'),
  };
}
