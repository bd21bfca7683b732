import { retryTransient } from '@/lib/db/retry-transient';
import { AppError, isAppError } from '@/lib/errors';
import { type FoundToken, findToken } from '@/lib/tokens/find-token';
import { isFor } from '@/lib/tokens/token-resource';
import { accessTokenOf } from './access-token-of';
import { deniedToken } from './denied-token';
import type { Door } from './door';
import { floodsWithUnknownTokens } from './flood-guard';
import { keepRefusedSave } from './keep-refused-save';
import { checkProof } from './proof/check-proof';
import { refuseAddress } from './refuse-address';
import type { WopiRoute } from './route-of';

export type Incoming = {
  request: Request;
  /** path and query exactly as the client sent them, as far as the door knows */
  rawUrl: string;
  door: Pick<Door, 'address' | 'sessionId'>;
  route: WopiRoute;
  isPutFile: boolean;
};

/**
 * Lets a request in, in the order address 403 → token 401 → proof 500 → another resource 404. A save whose token ended
 * less than 24 hours ago is kept as a recovery copy before it is refused, if its proof passes.
 *
 * "The built-in client is the one exception": its pages sign nothing, so in place of a proof their requests carry
 * the cookie of the very session that the token was issued to, from a page of this origin. A token of its kind
 * without that session is as good as none. Every other token is asked for its proof, whatever comes along.
 * Only a proof says that an editor stands between the person and the bytes: whoever sends none writes by hand.
 * @returns the token, and the signed time in .NET ticks when a proof was verified
 * @throws AppError `address-refused`, `token-invalid`, `too-many-tries`, `proof-invalid`, `not-found`
 */
export async function admit(incoming: Incoming): Promise<{ token: FoundToken; signedTicks: bigint | null }> {
  const { request, rawUrl, door, route, isPutFile } = incoming;
  const { address } = door;
  const raw = accessTokenOf(rawUrl, request.headers);
  const token =
    raw === null
      ? null
      : await retryTransient(() => findToken(raw, address, route.resource), { forMs: isPutFile ? 60_000 : 8_000 });
  refuseAddress(address, token?.client ?? null);
  if (raw === null || !token) {
    if (!isPutFile && floodsWithUnknownTokens(address)) {
      throw new AppError('too-many-tries', 'Too many requests with unknown access tokens.');
    }
    throw deniedToken(new AppError('token-invalid', 'The access token is not known.'), null, address);
  }
  if (token.client === 'built-in' && !(await isOfSession(token, door))) {
    const refusal = new AppError('token-invalid', 'The access token works only in the session that it was issued to.');
    throw deniedToken(refusal, token, address);
  }
  const prove = () =>
    token.client === 'built-in'
      ? Promise.resolve({ verified: false, signedTicks: null })
      : checkProof({ rawUrl, headers: request.headers, accessToken: raw });
  if (token.state !== 'valid') {
    const { resource } = route;
    if (isPutFile && resource.kind === 'file' && isFor(token.resource, resource) && (await passes(prove))) {
      const isKept = await keepRefusedSave(request, token, resource.fileId, 'token-invalid');
      if (isKept) throw expired();
    }
    throw deniedToken(expired(), token, address);
  }
  const proof = await prove().catch((error: unknown) => {
    throw isAppError(error) ? deniedToken(error, token, address) : error;
  });
  if (!isFor(token.resource, route.resource)) {
    throw deniedToken(new AppError('not-found', 'The access token is for something else.'), token, address);
  }
  if (!proof.verified) return { token, signedTicks: null };
  return { token: { ...token, actor: { ...token.actor, writesByHand: false } }, signedTicks: proof.signedTicks };
}

function expired(): AppError {
  return new AppError('token-invalid', 'The access token has expired.');
}

async function isOfSession({ actor }: FoundToken, door: Incoming['door']): Promise<boolean> {
  return actor.sessionId !== null && (await door.sessionId()) === actor.sessionId;
}

async function passes(prove: () => Promise<unknown>): Promise<boolean> {
  try {
    await prove();
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
