import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { type ItemRef, setStars } from './set-stars';

/**
 * Keeps one thing at hand for the person, or no longer, see {@link setStars}.
 * @throws AppError `not-found`
 */
export async function setStar(actor: Actor, item: ItemRef, starred: boolean): Promise<void> {
  const [outcome] = await setStars(actor, [item], starred);
  resultOf(outcome);
}
