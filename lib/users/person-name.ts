import { AppError } from '@/lib/errors';
import { withoutInvisible } from '@/lib/shared/without-invisible';

/** The longest name of a person, in characters. */
export const longestName = 100;

const visible = /[^\p{Z}\p{C}\p{M}]/u;

/**
 * The name of a person as it is stored: NFC, with single blanks inside and none at the ends.
 * @throws AppError `invalid-request` for a name that is empty, over 100 characters, or has characters that
 *   nobody sees: they would make somebody look like somebody else
 */
export function personName(given: string): string {
  const blanksOnce = given.replace(/\s+/g, ' ').trim();
  // What is far too long is not brought into NFC, which may take the square of the time; that shortens to a quarter at most.
  const name = blanksOnce.length > 8 * longestName ? '' : blanksOnce.normalize('NFC');
  if (!visible.test(name) || [...name].length > longestName || withoutInvisible(name) !== name) {
    throw new AppError('invalid-request', `A name needs 1 to ${longestName} visible characters.`, {
      reason: 'name-of-person',
      most: longestName,
    });
  }
  return name;
}
