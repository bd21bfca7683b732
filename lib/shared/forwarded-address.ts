import { isIP } from 'node:net';
import { plainAddress } from './plain-address';

/**
 * The address in an entry of X-Forwarded-For, as RFC 7239 (section 6) and common proxies write it: IPv4 or IPv6,
 * with or without a port, IPv6 in brackets or bare, the whole perhaps in quotes or behind `for=`.
 * @returns null for what names no address: `unknown`, an obfuscated `_name`, and whatever cannot be read
 */
export function forwardedAddress(entry: string): string | null {
  const node = entry
    .trim()
    .replace(/^for=/i, '')
    .replace(/^"(.*)"$/, '$1');
  const bracketed = /^\[([^[\]]+)\](?::(\d{1,5}|_[\w.-]+))?$/.exec(node)?.[1];
  if (bracketed !== undefined) return isIP(bracketed.replace(/%.*$/, '')) === 6 ? plainAddress(bracketed) : null;
  const withPort = /^(\d+\.\d+\.\d+\.\d+):(?:\d{1,5}|_[\w.-]+)$/.exec(node)?.[1];
  // Brackets that are left belong to no form that is known.
  return /[[\]]/.test(node) ? null : plainAddress(withPort ?? node);
}
