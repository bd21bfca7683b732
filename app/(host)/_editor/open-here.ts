import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/lib/auth/require-actor';
import { isAppError } from '@/lib/errors';
import { defaultLocale, editorLanguage } from '@/lib/shared/messages/locale';
import { readHostQuery } from '@/lib/wopi/host-query';
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

/**
 * Opens the document of a host page, once for its title and its content: each opening makes a token.
 * The theme is put into the address by the browser, which alone knows it (see withTheme).
 */
export const openHere = cache(
  async (documentId: string, mode: OpenMode, search: string): Promise<{ opened: OpenedDocument; isAdmin: boolean }> => {
    const actor = await requireActor(`/${mode}/${encodeURIComponent(documentId)}${search ? `?${search}` : ''}`);
    try {
      const language = editorLanguage[defaultLocale];
      const query = readHostQuery(search);
      const opened = await openDocument(actor, { documentId, mode, language, theme: 'light', query });
      return { opened, isAdmin: actor.isAdmin };
    } catch (error) {
      if (isAppError(error) && error.code === 'not-found') notFound();
      throw error;
    }
  },
);
