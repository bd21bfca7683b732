import { expect, test } from 'vitest';
import { sessionAdvice } from '@/app/(host)/_editor/session-advice';

const expiresAt = Date.UTC(2027, 0, 1, 18);
const minutes = (n: number) => n * 60_000;
const at = (now: number, hasChanges: boolean) => sessionAdvice({ now, expiresAt, hasChanges });

test('until ten minutes before the token ends nobody is asked', () => {
  expect(at(expiresAt - minutes(10) - 1, true)).toBe('none');
  expect(at(expiresAt - minutes(10) - 1, false)).toBe('none');
});

test('ten minutes before the token ends the person is asked, with changes or without', () => {
  expect(at(expiresAt - minutes(10), true)).toBe('ask-before-end');
  expect(at(expiresAt - 1, false)).toBe('ask-before-end');
});

test('an ended session is renewed without a question only when nothing was changed', () => {
  expect(at(expiresAt, false)).toBe('renew');
  expect(at(expiresAt + minutes(600), false)).toBe('renew');
});

test('an ended session with unsaved changes is never renewed silently', () => {
  expect(at(expiresAt, true)).toBe('ask-after-end');
  expect(at(expiresAt + minutes(600), true)).toBe('ask-after-end');
});
