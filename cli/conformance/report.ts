import type { CaseResult } from './run-cases';

export type Tally = { passed: number; failed: number; skipped: number };

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

/** The report as lines for a person: a table by group, then what failed and what was skipped, and why. */
export function reportLines(report: Report): string[] {
  const width = Math.max(12, ...report.groups.map(({ name }) => name.length));
  const row = (name: string, { passed, failed, skipped }: Tally) =>
    `  ${name.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${String(skipped).padStart(7)}`;
  const told = (result: CaseResult['result']) => report.cases.filter((each) => each.result === result);
  return [
    report.name,
    `  ${'group'.padEnd(width)}  passed  failed  skipped`,
    ...report.groups.map((group) => row(group.name, group)),
    row('in all', report.total),
    ...told('failed').flatMap(({ group, name, reasons }) => [
      `  FAILED ${group} ${name}`,
      ...reasons.map((each) => `    ${each}`),
    ]),
    ...[...new Set(told('skipped').flatMap(({ reasons }) => reasons))].map((reason) => `  skipped: ${reason}`),
  ];
}

function tally(cases: readonly CaseResult[]): Tally {
  const count = (result: CaseResult['result']) => cases.filter((each) => each.result === result).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}
