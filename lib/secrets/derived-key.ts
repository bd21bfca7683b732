import { hkdfSync } from 'node:crypto';
import { authSecret } from './auth-secret';

const keys = new Map<string, Buffer>();

/**
 * A key of 32 bytes for one purpose, derived from AUTH_SECRET (HKDF, RFC 5869): it is in no database, and one purpose's
 * key tells nothing of another's.
 * @param purpose a name that no other purpose has
 */
export function derivedKey(purpose: string): Buffer {
  const name = `${purpose}\0${authSecret()}`;
  const key = keys.get(name) ?? Buffer.from(hkdfSync('sha256', authSecret(), '', purpose, 32));
  keys.set(name, key);
  return key;
}
