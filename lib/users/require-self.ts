import { AppError } from '@/lib/errors';
import type { Actor } from './actor';

/**
 * Makes sure that the actor is the person in a session of their own, who may change their account: an access
 * token that only views stands for them in one document and no further.
 * @throws AppError `forbidden`
 */
export function requireSelf(actor: Actor): void {
  if (actor.ceiling !== 'edit') throw new AppError('forbidden', 'An account is changed under Settings.');
}
