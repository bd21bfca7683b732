import { expect, test } from 'vitest';
import { UndoSteps } from '@/app/(portal)/_list/undo-steps';

/** Steps whose taking back is noted by name. */
class Noted {
  readonly steps = new UndoSteps();
  readonly taken: string[] = [];

  begin(name: string) {
    const step = this.steps.begin();
    return { ...step, done: () => step.end(() => this.taken.push(name)), nothing: () => step.end(null) };
  }

  async last(): Promise<boolean> {
    const was = this.steps.takeBackLast();
    await settled();
    return was;
  }
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('one thing after the other is taken back, the latest first, and then there is nothing more', async () => {
  const noted = new Noted();
  for (const name of ['first', 'second', 'third']) noted.begin(name).done();
  for (let times = 0; times < 3; times += 1) expect(await noted.last()).toBe(true);
  expect(noted.taken).toEqual(['third', 'second', 'first']);
  expect(await noted.last()).toBe(false);
});

test('the latest wish is the one that is taken back, also while the server is still at it', async () => {
  const noted = new Noted();
  noted.begin('first').done();
  const second = noted.begin('second');
  await noted.last();
  expect(noted.taken).toEqual([]);
  expect(second.done()).toBe(false);
  await settled();
  expect(noted.taken).toEqual(['second']);
});

test('a wish of which nothing came hands on to the one before it', async () => {
  const noted = new Noted();
  noted.begin('first').done();
  const refused = noted.begin('refused');
  await noted.last();
  expect(refused.nothing()).toBe(false);
  await settled();
  expect(noted.taken).toEqual(['first']);
});

test('what was refused before anybody asked is no step', async () => {
  const noted = new Noted();
  noted.begin('first').done();
  expect(noted.begin('refused').nothing()).toBe(false);
  await noted.last();
  expect(noted.taken).toEqual(['first']);
});

test('the notice’s Undo and Ctrl+Z do not take the same thing back twice', async () => {
  const noted = new Noted();
  const [first, second] = [noted.begin('first'), noted.begin('second')];
  first.done();
  expect(second.done()).toBe(true);
  second.takeBack();
  second.takeBack();
  await settled();
  expect(noted.taken).toEqual(['second']);
  await noted.last();
  expect(noted.taken).toEqual(['second', 'first']);
  first.takeBack();
  await settled();
  expect(noted.taken).toEqual(['second', 'first']);
});

test('the last fifty are kept', async () => {
  const noted = new Noted();
  for (let n = 1; n <= 52; n += 1) noted.begin(`${n}`).done();
  while (await noted.last());
  expect(noted.taken).toHaveLength(50);
  expect(noted.taken.at(-1)).toBe('3');
});
