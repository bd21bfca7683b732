/** How long before its end an editor's session is spoken of. */
export const warningMs = 10 * 60_000;

export type SessionAdvice = 'none' | 'ask-before-end' | 'ask-after-end' | 'renew';

/**
 * What to do about the access token of an editor page. With changes that may not be saved yet nothing
 * happens without a question: posting the form again throws away what the editor has not sent.
 * @param now milliseconds since 1970 by the server's clock, like `expiresAt`
 * @param hasChanges whether the editor spoke of changes since it was loaded
 */
export function sessionAdvice(session: { now: number; expiresAt: number; hasChanges: boolean }): SessionAdvice {
  const { now, expiresAt, hasChanges } = session;
  if (now >= expiresAt) return hasChanges ? 'ask-after-end' : 'renew';
  return now >= expiresAt - warningMs ? 'ask-before-end' : 'none';
}
