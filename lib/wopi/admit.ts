import { retryTransient } from '@/lib/db/retry-transient';
import { AppError, isAppError } from '@/lib/errors';
import { type FoundToken, findToken } from '@/lib/tokens/find-token';
import { isFor } from '@/lib/tokens/token-resource';
import { accessTokenOf } from './access-token-of';
import { floodsWithUnknownTokens } from './flood-guard';
import { keepRefusedSave } from './keep-refused-save';
import { checkProof } from './proof/check-proof';
import type { WopiRoute } from './route-of';

export type Incoming = {
  request: Request;
  /** path and query exactly as the client sent them, as far as the door knows */
  rawUrl: string;
  address: string | null;
  route: WopiRoute;
  isPutFile: boolean;
};

/**
 * Lets a request in, in the order token 401 → proof 500 → another resource 404. A save whose token ended
 * less than 24 hours ago is kept as a recovery copy before it is refused, if its proof passes.
 * @returns the token, and the signed time in .NET ticks when a proof was verified
 * @throws AppError `token-invalid`, `too-many-tries`, `proof-invalid`, `not-found`
 */
export async function admit(incoming: Incoming): Promise<{ token: FoundToken; signedTicks: bigint | null }> {
  const { request, rawUrl, address, route, isPutFile } = incoming;
  const raw = accessTokenOf(rawUrl, request.headers);
  const token =
    raw === null ? null : await retryTransient(() => findToken(raw, address), { forMs: isPutFile ? 60_000 : 8_000 });
  if (raw === null || !token) {
    if (!isPutFile && floodsWithUnknownTokens(address)) {
      throw new AppError('too-many-tries', 'Too many requests with unknown access tokens.');
    }
    throw new AppError('token-invalid', 'The access token is not known.');
  }
  const proof = { rawUrl, headers: request.headers, accessToken: raw };
  if (token.state !== 'valid') {
    const { resource } = route;
    if (isPutFile && resource.kind === 'file' && isFor(token.resource, resource) && (await passes(proof))) {
      await keepRefusedSave(request, token, resource.fileId, 'token-invalid');
    }
    throw new AppError('token-invalid', 'The access token has expired.');
  }
  const { verified, signedTicks } = await checkProof(proof);
  if (!isFor(token.resource, route.resource)) {
    throw new AppError('not-found', 'The access token is for something else.');
  }
  return { token, signedTicks: verified ? signedTicks : null };
}

async function passes(proof: Parameters<typeof checkProof>[0]): Promise<boolean> {
  try {
    await checkProof(proof);
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
