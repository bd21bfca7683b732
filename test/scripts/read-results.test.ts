import { expect, test } from 'vitest';
import { readPlaywright, readVitest } from '@/scripts/read-results.mjs';

test('a test of vitest that failed is named with its project and file, and the command runs just its line', () => {
  const lock = { project: 'sqlite', file: 'test/lib/locks/locks.test.ts' };
  const outcome = readVitest({
    passed: 7,
    failures: [
      { ...lock, line: 12, name: 'a lock > is kept' },
      { ...lock, line: 12, name: 'a lock > of two is kept' },
      { ...lock, line: 30, name: 'a lock > ends' },
      { ...lock, project: 'postgresql', line: 30, name: 'a lock > ends' },
      { project: 'pure', file: 'test/floors.test.ts', name: 'the file itself' },
    ],
  });
  expect(outcome.passed).toBe(7);
  expect(outcome.failures).toHaveLength(5);
  expect(outcome.failures[0]).toBe('sqlite › test/lib/locks/locks.test.ts › a lock > is kept');
  expect(outcome.again).toEqual([
    'npx vitest run --project sqlite test/lib/locks/locks.test.ts:12 test/lib/locks/locks.test.ts:30',
    'npx vitest run --project postgresql test/lib/locks/locks.test.ts:30',
    'npx vitest run --project pure test/floors.test.ts',
  ]);
});

test('an error outside of any test is a failure without a command of its own', () => {
  const outcome = readVitest({ passed: 3, failures: [{ name: 'an error outside of any test: oops' }] });
  expect(outcome).toEqual({ passed: 3, failures: ['an error outside of any test: oops'], again: [] });
});

test('a browser test that failed is named, however deep it stands, and the command runs just its line', () => {
  const file = 'browser/trash.spec.ts';
  const outcome = readPlaywright({
    stats: { expected: 4, flaky: 1 },
    suites: [
      {
        title: file,
        specs: [{ title: 'is empty', ok: true, file, line: 3 }],
        suites: [{ title: 'the trash', specs: [{ title: 'gives back', ok: false, file, line: 9 }] }],
      },
    ],
    errors: [{ message: 'no port\nat somewhere' }],
  });
  expect(outcome).toEqual({
    passed: 5,
    failures: ['test/browser/trash.spec.ts › the trash › gives back', 'an error outside of any test: no port'],
    again: ['npx playwright test test/browser/trash.spec.ts:9'],
  });
});
