import { env } from '@/lib/env';
import { AppError, isAppError } from '@/lib/errors';
import { discovery, refetchDiscovery } from '../discovery/discovery';
import { headerValue } from '../headers/header-value';
import type { ProofKeys } from './proof-keys';
import { isProofTimely, parseTicks } from './proof-time';
import { verifyProof } from './verify-proof';

export type ProofRequest = {
  /** path and query as the client sent them */
  rawUrl: string;
  headers: Headers;
  /** the token as it stands in the URL */
  accessToken: string;
};

/**
 * Checks the proof of a request in the configured mode: `off` never, `verify` whenever discovery publishes
 * keys, or once did, `require` always. A proof that fails, or passes through the old key only, has discovery fetched
 * again (at most once a minute) before it is refused.
 * @returns the signed time when a proof was verified
 * @throws AppError `proof-invalid`
 */
export async function checkProof(request: ProofRequest): Promise<{ verified: boolean; signedTicks: bigint | null }> {
  const { WOPI_PROOF, DOCUMENT_SERVER_URL } = env();
  if (WOPI_PROOF === 'off') return { verified: false, signedTicks: null };
  if (!DOCUMENT_SERVER_URL) {
    if (WOPI_PROOF === 'require') throw refused('no Document Server is configured whose keys could be required');
    return { verified: false, signedTicks: null };
  }
  const keys = await publishedKeys();
  if (keys === null && WOPI_PROOF === 'verify') return { verified: false, signedTicks: null };
  const ticks = parseTicks(headerValue(request.headers, 'x-wopi-timestamp'));
  if (ticks === null) throw refused('X-WOPI-TimeStamp is missing or no time');
  if (!isProofTimely(ticks, Date.now())) throw refused('X-WOPI-TimeStamp is too old or ahead');
  const first = keys && verifyWith(keys, request, ticks);
  if (first === 'current') return { verified: true, signedTicks: ticks };
  const fresh = (await refetchDiscovery())?.proofKeys ?? keys;
  const second = fresh && fresh !== keys ? verifyWith(fresh, request, ticks) : first;
  if (!second) throw refused(keys === null ? 'discovery publishes no proof keys' : 'the signature does not fit');
  return { verified: true, signedTicks: ticks };
}

async function publishedKeys(): Promise<ProofKeys | null> {
  try {
    let current = await discovery();
    if (current?.areKeysWithdrawn) {
      // An administrator may have forgotten them, or the Document Server publishes some again.
      await refetchDiscovery();
      current = await discovery();
    }
    return current?.discovery.proofKeys ?? null;
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') throw refused('discovery could not be fetched yet');
    throw error;
  }
}

/**
 * The URL is built from the configured base, never from Host or forwarded headers. Clients sign the
 * token decoded; Microsoft's own published vectors hold it as it stands in the URL: both are tried.
 */
function verifyWith(keys: ProofKeys, request: ProofRequest, ticks: bigint): 'current' | 'old' | false {
  const base = new URL(env().WOPI_BASE_URL);
  const url = base.origin + base.pathname.replace(/\/$/, '') + request.rawUrl;
  for (const accessToken of new Set([request.accessToken, decoded(request.accessToken)])) {
    const key = verifyProof(keys, {
      accessToken,
      url,
      ticks,
      proof: headerValue(request.headers, 'x-wopi-proof'),
      proofOld: headerValue(request.headers, 'x-wopi-proofold'),
    });
    if (key) return key;
  }
  return false;
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

function refused(why: string): AppError {
  return new AppError('proof-invalid', `The proof of this request does not hold: ${why}.`);
}
