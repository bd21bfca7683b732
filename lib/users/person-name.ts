import { AppError } from '@/lib/errors';

/** The longest name of a person, in characters. */
export const longestName = 100;

/**
 * Control characters, halves of characters, and what turns text round, hides in it or breaks its line: in a name
 * they would make somebody look like somebody else. The joiners stay: Persian and Hindi are written with them.
 */
const refused = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
const visible = /[^\p{Z}\p{C}\p{M}]/u;

/**
 * The name of a person as it is stored: NFC, with single blanks inside and none at the ends.
 * @throws AppError `invalid-request` for a name that is empty, over 100 characters, or has characters that
 *   nobody sees
 */
export function personName(given: string): string {
  const name = given.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!visible.test(name) || [...name].length > longestName || refused.test(name)) {
    throw new AppError('invalid-request', `A name needs 1 to ${longestName} visible characters.`, {
      reason: 'name-of-person',
      most: longestName,
    });
  }
  return name;
}
