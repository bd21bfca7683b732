import { createHash } from 'node:crypto';

/** The form in which an access token is stored: hexadecimal SHA-256. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
