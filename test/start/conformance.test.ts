import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { conformance } from '@/cli/conformance/main';
import { makeReport, type Report, reportLines, togetherLines } from '@/cli/conformance/report';
import type { CaseResult } from '@/cli/conformance/run-cases';
import { newDataDir, removeDataDir } from '@/test/built-server';

const root = path.resolve(import.meta.dirname, '../..');
const cases = path.join(root, 'test/fixtures/conformance/cases.xml');
const nobody = ['--wopisrc', 'http://127.0.0.1:9/wopi/files/x', '--token', 'secret-token', '--ttl', '1'];

test('npm run conformance starts Lectern in its three configurations and reports each by group, as JSON', async () => {
  const { code, out, err } = await new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'scripts/conformance.mjs'), '--cases', cases, '--json'],
      { cwd: root },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    );
  });
  expect([err, code]).toEqual(['', 0]);
  const reports = JSON.parse(out) as Report[];
  const told = (report: Report | undefined) =>
    Object.fromEntries(
      report?.groups.map(({ name, passed, failed, skipped }) => [name, [passed, failed, skipped]]) ?? [],
    );
  expect(reports.map((report) => report.total.failed)).toEqual([0, 0, 0]);
  expect(told(reports[0])).toMatchObject({ Containers: [2, 0, 0], Copies: [2, 0, 0], CopiesForbidden: [0, 0, 1] });
  expect(told(reports[1])).toMatchObject({ Containers: [0, 0, 2], Copies: [2, 0, 0], Locks: [3, 0, 0] });
  expect(told(reports[2])).toMatchObject({ CopiesForbidden: [1, 0, 0], Copies: [0, 0, 2] });
  // Cases that rename the container of the document need one that may be renamed.
  expect(told(reports[0])).toMatchObject({ ContainerOfTheDocument: [1, 0, 0] });
  expect(out).not.toMatch(/access_token=[0-9A-Za-z]/);
});

describe('the conformance command', () => {
  let out: string[] = [];
  let err: string[] = [];
  beforeEach(() => {
    out = [];
    err = [];
    vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
    vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  });
  afterEach(() => void vi.restoreAllMocks());
  const run = (...args: string[]) => conformance(args, root, []);

  test('prints a table, and a run in which nothing passed is not a good one', async () => {
    expect(await run('--cases', cases, ...nobody, '--group', 'More', '--test', 'NotKnown')).toBe(1);
    expect(out[0]).toContain('group         passed  failed  skipped  not offered');
    expect(out[0]).toContain('skipped: not supported: GetNewAccessToken (More)');
  });

  test('tells a host that does not answer as failed', async () => {
    expect(await run('--cases', cases, ...nobody, '--no-proof', '--group', 'Proofs')).toBe(1);
    expect(out[0]).toContain('the host did not answer');
    expect(out[0]).not.toContain('secret-token');
  });

  test('what it does not understand is said, with exit code 2', async () => {
    const folder = newDataDir();
    const broken = path.join(folder, 'broken.xml');
    writeFileSync(broken, '<WopiValidation><TestGroup></WopiValidation>');
    const other = path.join(folder, 'other.xml');
    writeFileSync(other, '<Something/>');
    const ways: [string[], string][] = [
      [[], '--cases'],
      [['--cases', path.join(folder, 'nowhere.xml')], 'There is no file'],
      [['--cases', other], 'no <WopiValidation>'],
      [['--cases', broken], 'case file'],
      [['--cases', cases, '--wopisrc', 'http://a.example/wopi/files/x'], 'belong together'],
      [['--cases', cases, '--wopisrc', 'ftp://a.example', '--token', 'x'], '--wopisrc'],
      [['--cases', cases, '--category', 'Nothing'], '--category'],
      [['--nonsense'], 'nonsense'],
    ];
    for (const [args, says] of ways) {
      const code = await run(...args);
      expect([args, code, err.pop()]).toEqual([args, 2, expect.stringContaining(says)]);
    }
    removeDataDir(folder);
    expect(await run('--help')).toBe(0);
    expect(out[0]).toContain('--discovery-port');
  });
});

describe('the report', () => {
  const of = (group: string, name: string, result: CaseResult['result'], reason = 'why') => ({
    ...{ group, name, result, passedOver: [] },
    reasons: result === 'passed' ? [] : [reason],
  });

  test('counts by group, and tells of what was not run why, with the groups', () => {
    const report = makeReport('a host', [
      of('Locks', 'A', 'passed'),
      of('Locks', 'B', 'failed', 'Lock: the status is 500'),
      of('FileUrl', 'C', 'skipped', 'no FileUrl'),
      of('Coauth', 'D', 'not offered', 'no SupportsCoauth'),
      of('Chunks', 'E', 'not offered', 'no SupportsCoauth'),
      { ...of('Later', 'F', 'passed'), passedOver: ['schema New of the prerequisite Shared'] },
    ]);
    expect(report.total).toEqual({ passed: 2, failed: 1, skipped: 1, notOffered: 2 });
    expect(reportLines(report)).toEqual([
      'a host',
      '  group         passed  failed  skipped  not offered',
      '  Locks              1       1        0            0',
      '  FileUrl            0       0        1            0',
      '  Coauth             0       0        0            1',
      '  Chunks             0       0        0            1',
      '  Later              1       0        0            0',
      '  in all             2       1        1            2',
      '  FAILED Locks B',
      '    Lock: the status is 500',
      '  skipped: no FileUrl (FileUrl)',
      '  not offered by this host: no SupportsCoauth (Coauth, Chunks)',
      '  not looked at: schema New of the prerequisite Shared (Later)',
    ]);
  });

  test('says of several configurations together what came of each case: failed once is failed, passed once is seen', () => {
    const reports = [
      [of('G', 'A', 'passed'), of('G', 'B', 'skipped'), of('G', 'C', 'skipped', 'no FileUrl'), of('G', 'D', 'failed')],
      [of('G', 'A', 'skipped'), of('G', 'B', 'passed'), of('G', 'C', 'not offered'), of('G', 'D', 'passed')],
    ].map((each) => makeReport('one', each));
    expect(togetherLines(reports)).toEqual([
      'Together: 4 cases, 2 passed, 1 failed, 1 skipped, 0 not offered',
      '  FAILED G D',
      '    why',
      '  skipped: no FileUrl (G)',
    ]);
  });
});
