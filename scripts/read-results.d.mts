/** What a part of a run came to: the names of what failed, and the commands that run just these. */
export type Outcome = { passed: number; failures: string[]; again: string[] };

export type VitestFindings = {
  passed: number;
  failures: { name: string; project?: string; file?: string; line?: number }[];
};

export type PlaywrightSuite = {
  title: string;
  specs?: { title: string; ok: boolean; file: string; line: number }[];
  suites?: PlaywrightSuite[];
};

export type PlaywrightFindings = {
  stats: { expected: number; flaky: number };
  suites: PlaywrightSuite[];
  errors?: { message?: string }[];
};

export function readVitest(found: VitestFindings): Outcome;
export function readPlaywright(found: PlaywrightFindings): Outcome;
