import { env } from '@/lib/env';
import type { Discovery } from '../discovery/parse-discovery';

/**
 * Whether each request of the Document Server has to prove that it comes from there. Where it need not, anybody who
 * holds a token may be the one who writes: a commenter then has no editor above them that keeps them to comments.
 * @param discovery the Document Server's, null where there is none (yet)
 */
export function provesItself(discovery: Discovery | null): boolean {
  const { WOPI_PROOF, DOCUMENT_SERVER_URL } = env();
  if (WOPI_PROOF === 'off' || !DOCUMENT_SERVER_URL) return false;
  return WOPI_PROOF === 'require' || discovery === null || discovery.proofKeys !== null;
}
