import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '@/cli/conformance/report';
import { newDataDir, removeDataDir } from '@/test/built-server';

const root = path.resolve(import.meta.dirname, '../../..');
const cases = path.join(root, 'test/fixtures/conformance/cases.xml');

function conformance(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'scripts/conformance.mjs'), ...args],
      { cwd: root },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    );
  });
}

describe('npm run conformance', () => {
  test('starts Lectern in its three configurations and reports each by group, as JSON', async () => {
    const { code, out, err } = await conformance('--cases', cases, '--json');
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
    expect(out).not.toMatch(/access_token=[0-9A-Za-z]/);
  });

  test('prints a table, and a run in which nothing passed is not a good one', async () => {
    const { code, out } = await conformance('--cases', cases, '--group', 'More', '--test', 'NotKnown');
    expect(code).toBe(1);
    expect(out).toContain('group         passed  failed  skipped');
    expect(out).toContain('skipped: not supported: GetNewAccessToken');
  });

  test('tells a host that does not answer as failed', async () => {
    const host = ['--wopisrc', 'http://127.0.0.1:9/wopi/files/x', '--token', 'secret-token', '--ttl', '1'];
    const { code, out } = await conformance('--cases', cases, ...host, '--no-proof', '--group', 'Proofs');
    expect(code).toBe(1);
    expect(out).toContain('the host did not answer');
    expect(out).not.toContain('secret-token');
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
      const { code, err } = await conformance(...args);
      expect([args, code, err]).toEqual([args, 2, expect.stringContaining(says)]);
    }
    removeDataDir(folder);
    expect((await conformance('--help')).out).toContain('--discovery-port');
  });
});
