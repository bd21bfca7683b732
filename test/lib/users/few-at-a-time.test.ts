import { expect, test } from 'vitest';
import { FewAtATime } from '@/lib/users/few-at-a-time';

const turnedAway = () => new Error('full');

test('never more run at once than there are places, and who comes to a full queue is turned away', async () => {
  const few = new FewAtATime({ places: 2, queue: 3 });
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  const five = Array.from({ length: 5 }, () => few.run(work, turnedAway));
  await expect(few.run(work, turnedAway)).rejects.toThrow('full');
  for (let ended = 0; ended < 5; ended += 1) {
    await expect.poll(() => ends.length, { interval: 1 }).toBeGreaterThan(ended);
    ends[ended]?.();
  }
  await Promise.all(five);
  expect(most).toBe(2);
});

test('work that fails gives its place back', async () => {
  const few = new FewAtATime({ places: 1, queue: 1 });
  await expect(few.run(() => Promise.reject(new Error('broken')), turnedAway)).rejects.toThrow('broken');
  expect(await few.run(async () => 'done', turnedAway)).toBe('done');
});
