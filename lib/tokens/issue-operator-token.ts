import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/db';
import type { Actor } from '@/lib/users/actor';
import { type Ceiling, issueToken } from './issue-token';

/** Longest life of a token that the operator issues, in hours: that of any other token. */
export const longestOperatorHours = 10;

/**
 * Issues an access token for a tool of the operator's, in the name of a person. Unlike those of pages it may be traded
 * for the person's folders (`WOPI_CONTAINERS`), so it lives as short as its purpose allows and stands in the audit
 * trail. It is asked for a proof as every other one where proof keys are known.
 * @param input.hours how long it lives, more than 0 and at most {@link longestOperatorHours}
 * @returns the token, and its expiry in milliseconds since 1970
 * @throws AppError `not-found`
 */
export async function issueOperatorToken(
  actor: Actor,
  input: { documentId: string; ceiling: Ceiling; hours: number },
): Promise<{ token: string; expiresAt: number }> {
  const { documentId, ceiling, hours } = input;
  const lifetimeMs = Math.round(hours * 60 * 60_000);
  const issued = await issueToken(actor, { documentId, ceiling, client: 'operator', lifetimeMs });
  const detail = { client: 'operator', ceiling, expiresAt: new Date(issued.expiresAt).toISOString() };
  await recordEvent(db(), { action: 'token.issue', outcome: 'done', actor, documentId, detail });
  return issued;
}
