import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/lib/auth/require-actor';
import { isAppError } from '@/lib/errors';
import { defaultLocale, editorLanguage } from '@/lib/shared/messages/locale';
import { type OpenedDocument, type OpenMode, openDocument } from '@/lib/wopi/open-document';

/**
 * Opens the document of a host page, once for its title and its content: each opening makes a token.
 * The theme is put into the address by the browser, which alone knows it (see withTheme).
 */
export const openHere = cache(
  async (documentId: string, mode: OpenMode): Promise<{ opened: OpenedDocument; isAdmin: boolean }> => {
    const actor = await requireActor(`/${mode}/${encodeURIComponent(documentId)}`);
    try {
      const language = editorLanguage[defaultLocale];
      const opened = await openDocument(actor, { documentId, mode, language, theme: 'light' });
      return { opened, isAdmin: actor.isAdmin };
    } catch (error) {
      if (isAppError(error) && error.code === 'not-found') notFound();
      throw error;
    }
  },
);
