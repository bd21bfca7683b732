import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { pageLocale } from '@/app/_locale/page-words';
import { noteRefusal } from '@/lib/audit/note-refusal';
import { requestingDevice } from '@/lib/auth/requesting-device';
import { requireActor } from '@/lib/auth/require-actor';
import { isAppError } from '@/lib/errors';
import { editorLanguage } from '@/lib/shared/messages/locale';
import { readHostQuery } from '@/lib/wopi/host-query';
import { noteOpening } from '@/lib/wopi/note-opening';
import { type OpenedDocument, type OpenMode, openDocument } from '@/lib/wopi/open-document';

/** What the address of a host page says. */
export type HostAddress = {
  documentId: string;
  mode: OpenMode;
  query: Record<string, string | string[] | undefined>;
};

/** The query of a host page as text, by which {@link openHere} recognises that it is the same page. */
export function searchOf(query: HostAddress['query']): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each]));
  return new URLSearchParams(pairs).toString();
}

/** The number of the earlier version that a page for viewing was asked for. */
export function wantedVersion(mode: OpenMode, search: string): number | null {
  const text = new URLSearchParams(search).get('version') ?? '';
  return mode === 'view' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/**
 * Opens the document of a host page, once for its title and its content: each opening makes a token.
 * The theme is put into the address by the browser, which alone knows it (see withTheme).
 */
export const openHere = cache(
  async (documentId: string, mode: OpenMode, search: string): Promise<{ opened: OpenedDocument; isAdmin: boolean }> => {
    const actor = await requireActor(`/${mode}/${encodeURIComponent(documentId)}${search ? `?${search}` : ''}`);
    try {
      const language = editorLanguage[await pageLocale()];
      const device = await requestingDevice();
      const query = readHostQuery(search);
      const version = wantedVersion(mode, search);
      const wantsPreview = new URLSearchParams(search).has('preview');
      const opened = await openDocument(actor, {
        documentId,
        mode,
        language,
        theme: 'light',
        device,
        query,
        version,
        wantsPreview,
      });
      await noteOpening(actor, opened);
      return { opened, isAdmin: actor.isAdmin };
    } catch (error) {
      await noteRefusal(error);
      if (isAppError(error) && error.code === 'not-found') notFound();
      // The version that was asked for is the current one by now.
      if (isAppError(error) && error.detail.reason === 'current-version')
        redirect(`/view/${encodeURIComponent(documentId)}`);
      throw error;
    }
  },
);
