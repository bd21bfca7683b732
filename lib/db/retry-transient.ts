import { setTimeout as wait } from 'node:timers/promises';
import { isTransient } from './is-transient';

/**
 * Does `work` again while the database is busy or away, with growing pauses. What got no answer in time may
 * have been done all the same (a COMMIT, a statement outside a transaction), so `work` must be safe to repeat.
 * @param options.forMs how long in milliseconds; 8 seconds unless told
 * @throws what `work` threw last, and at once what does not pass by itself
 */
export async function retryTransient<T>(
  work: () => Promise<T>,
  options: { forMs?: number; signal?: AbortSignal } = {},
): Promise<T> {
  const until = Date.now() + (options.forMs ?? 8_000);
  for (let pause = 20; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || options.signal?.aborted || Date.now() + pause > until) throw error;
      await wait(pause * (0.5 + Math.random()), undefined, options.signal ? { signal: options.signal } : {}).catch(
        () => {
          throw error;
        },
      );
    }
  }
}
