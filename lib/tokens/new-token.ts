import { randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A new access token: 48 random letters and digits, 285 bits. No other character, because Next
 * rewrites percent-escapes in `req.url` and clients differ in what they escape, which would break proofs.
 */
export function newToken(): string {
  return Array.from({ length: 48 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
