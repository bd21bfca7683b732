import { decode, type JWT, type JWTDecodeParams } from 'next-auth/jwt';

/** How each token begins that next-auth 4 writes: its header, and no key, since the portal's own key encrypts it directly. */
const ours = `${Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM' })).toString('base64url')}..`;

/**
 * What a session cookie says, or null: it is none of ours, or it has run out. Only what next-auth writes is decrypted:
 * others may ask for any algorithm, and for thousands of rounds of work on a key.
 */
export async function decodeSessionCookie(params: JWTDecodeParams): Promise<JWT | null> {
  if (!params.token?.startsWith(ours)) return null;
  try {
    return await decode(params);
  } catch {
    return null;
  }
}
