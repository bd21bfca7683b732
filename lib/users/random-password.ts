import { randomInt } from 'node:crypto';

/** No letter or digit that looks like another one. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that can be read out and typed: four groups of four, 79 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
