import type { User } from 'next-auth';
import { z } from 'zod';
import { causeCode } from '@/lib/db/cause-code';
import { isFault } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { signIn } from '@/lib/users/sign-in';
import { requestAddress } from './request-address';

const credentials = z.object({ email: z.string().max(1000), password: z.string().max(10_000) });

/** Why somebody was not signed in: next-auth hands the word to the sign-in page as `error`. */
export type SignInError = 'wrong' | 'too-many' | 'unavailable';

/**
 * The credentials provider's question: whose are these? It starts the session.
 * @throws Error whose message is a {@link SignInError}: next-auth puts messages into an address, so no other
 *   message may get there
 */
export async function authorize(
  given: Record<string, string> | undefined,
  request: { headers?: Record<string, unknown> | undefined },
): Promise<User> {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) throw refusal('wrong');
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const result = await signIn({
    ...parsed.data,
    address: requestAddress(headers),
    userAgent: headers.get('user-agent'),
  }).catch((error: unknown) => {
    if (isFault(error)) logger().error({ err: error, cause: causeCode(error) }, 'sign-in');
    throw refusal('unavailable');
  });
  if (result.kind !== 'signed-in') throw refusal(result.kind);
  return { id: result.userId, sessionId: result.sessionId };
}

function refusal(reason: SignInError): Error {
  return new Error(reason);
}
