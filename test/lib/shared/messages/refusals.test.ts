import { expect, test } from 'vitest';
import { beingEdited } from '@/lib/documents/being-edited';
import { AppError, errorStatus, refusalReasons } from '@/lib/errors';
import { germanRefusals } from '@/lib/shared/messages/de/refusals';
import { refusalSentence } from '@/lib/shared/messages/refusal-sentence';

const isSentence = (text: string) => /^[\p{Lu}„].*\.$/u.test(text) && !/undefined|[!"”]|\s{2}/.test(text);

test('every code of a refusal has a German sentence, with and without a name', () => {
  expect(Object.keys(germanRefusals.codes).sort()).toEqual(Object.keys(errorStatus).sort());
  for (const say of Object.values(germanRefusals.codes)) {
    expect(say({})).toSatisfy(isSentence);
    expect(say({ name: 'Brief.docx', who: 'Anna' })).toSatisfy(isSentence);
  }
});

test('every reason of a refusal has a German sentence', () => {
  expect(Object.keys(germanRefusals.reasons).sort()).toEqual([...refusalReasons].sort());
  for (const say of Object.values(germanRefusals.reasons)) {
    expect(say({ name: 'Brief.docx', most: 8, least: 8 })).toSatisfy(isSentence);
  }
});

test('in English a refusal says what was thrown', () => {
  expect(refusalSentence('en', new AppError('name-taken', 'Taken.', { name: 'a' }))).toBe('Taken.');
});

test('a reason says more than its code', () => {
  const short = new AppError('invalid-request', 'Too short.', { reason: 'password-too-short', least: 8 });
  expect(refusalSentence('de', short)).toBe('Dieses Passwort ist zu kurz. Nehmen Sie mindestens 8 Zeichen.');
  expect(refusalSentence('de', new AppError('invalid-request', 'Odd.'))).toContain('Laden Sie die Seite neu');
});

test('who edits a document is named in both languages', () => {
  const refusal = beingEdited({ name: 'Brief.docx', lockedBy: { name: 'Bert' } });
  expect(refusalSentence('en', refusal)).toMatch(/^Bert is editing “Brief.docx”/);
  expect(refusalSentence('de', refusal)).toMatch(/^Bert bearbeitet gerade „Brief.docx“/);
  const unknown = beingEdited({ name: 'Brief.docx', lockedBy: null });
  expect(refusalSentence('en', unknown)).toMatch(/^Somebody is/);
  expect(refusalSentence('de', unknown)).toMatch(/^Jemand bearbeitet/);
});
