import { env } from '@/lib/env';
import type { Rights } from '@/lib/shares/rights';
import type { Admitted } from './wopi-request';

/**
 * ONLYOFFICE greets with a warning, on its view action too, whoever may neither write nor review nor comment. To a view
 * token of ONLYOFFICE CheckFileInfo therefore tells what keeps the warning away. That gives nobody a right: each
 * operation asks the token's ceiling. Where reviewing is announced, SupportsLocks has to be true: the LOCK that is
 * refused is what keeps ONLYOFFICE from letting people type.
 */
export function isQuietView({ token }: Admitted): boolean {
  return env().ONLYOFFICE_QUIET_VIEW && token.dialect === 'onlyoffice' && token.actor.ceiling === 'view';
}

/**
 * What a quiet view says of the person. Who may edit gets the pencil, which needs UserCanWrite; for everybody else
 * reviewing alone is announced, which shows no pencil as long as no page for editing is named.
 * @param rights what the person may do on a page for editing
 */
export function quietRights(rights: Rights) {
  return { ReadOnly: !rights.edit, UserCanWrite: rights.edit, UserCanReview: true, UserCanOnlyComment: false };
}
