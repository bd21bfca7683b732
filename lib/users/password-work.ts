import { AppError } from '@/lib/errors';
import { FewAtATime } from './few-at-a-time';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const holder = globalThis as typeof globalThis & { lecternPasswordWork?: FewAtATime };

/**
 * Does a piece of password hashing, two at once in the process: guessing takes neither all cores nor the
 * threads that read and write documents.
 * @throws AppError `unavailable` when too many wait already
 */
export function passwordWork<T>(work: () => Promise<T>): Promise<T> {
  holder.lecternPasswordWork ??= new FewAtATime({ places: 2, queue: 200 });
  return holder.lecternPasswordWork.run(
    work,
    () =>
      new AppError('unavailable', 'Too many people are signing in right now. Try again in a minute.', {
        reason: 'signing-in-is-busy',
      }),
  );
}

/** NIST SP 800-63B: the same password may come as other code points from another keyboard. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}
