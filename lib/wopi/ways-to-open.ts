import { maySaveCopy } from '@/lib/documents/may-save-copy';
import type { DocumentRow } from '@/lib/documents/require-document';
import { isSourceText, maxTextBytes } from '@/lib/shared/built-in-types';
import type { Device } from '@/lib/shared/device';
import { splitName } from '@/lib/shared/file-names';
import type { Rights } from '@/lib/shares/rights';
import { rightToEdit, type TokenClient } from '@/lib/tokens/issue-token';
import { builtInDiscovery } from './discovery/built-in-discovery';
import { findAction } from './discovery/find-action';
import { findConversion } from './discovery/find-conversion';
import type { Action, Discovery } from './discovery/parse-discovery';
import { provesItself } from './proof/proves-itself';

/** An action and the client that does it. */
export type Way = { client: Exclude<TokenClient, 'operator'>; action: Action; favIconUrl: string | null };

/**
 * The actions that are open to this person. The Document Server goes first, except for source text, which it would
 * make a page of; what it cannot do, or cannot do now, the built-in client does as far as it can.
 * @param server the Document Server's discovery, null where there is none
 */
export function waysToOpen(server: Discovery | null, row: DocumentRow, rights: Rights, device?: Device) {
  const { extension } = splitName(row.name);
  const isPhone = device === 'phone';
  // Empty documents are written from the editor's own template (`editnew`).
  const edits = row.size === 0n ? ['editnew', 'edit'] : ['edit'];
  const own = builtInDiscovery();
  const clients = isSourceText(row.name) ? [own, server] : [server, own];
  const find = (names: readonly string[], isFit: (way: Way) => boolean = () => true): Way | null => {
    for (const discovery of clients) {
      const action = discovery && findAction(discovery, extension, names);
      if (!action) continue;
      const client = discovery === own ? 'built-in' : 'document-server';
      const way = { client, action, favIconUrl: discovery.favIcons[action.app] ?? null } as const;
      if (isFit(way)) return way;
    }
    return null;
  };
  const edit = find(
    isPhone ? ['mobileEdit', ...edits] : edits,
    ({ client }) => client !== 'built-in' || row.size <= maxTextBytes,
  );
  const may = ({ client }: Way) => rights[rightToEdit(client, provesItself(server))];
  const convert = server && edit?.client !== 'built-in' && maySaveCopy(row) ? findConversion(server, extension) : null;
  return {
    edit: edit && may(edit) ? edit : null,
    /** a proof of the Document Server's is all that is missing: it would keep the person to what they may */
    isUnproven: edit !== null && rights.save && !may(edit) && edit.client === 'document-server',
    convert: convert && { client: 'document-server' as const, action: convert, favIconUrl: null },
    // An editor without a view of its own (Collabora) shows read-only what the token does not let change.
    view: find(isPhone ? ['mobileView', 'view', 'edit'] : ['view', 'edit']),
  };
}
