import type { Metadata } from 'next';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { type HostAddress, openHere, searchOf } from './open-here';

/** The title, with the name first so that tabs can be told apart, and the editor's icon for this type. */
export async function hostMetadata({ documentId, mode, query }: HostAddress): Promise<Metadata> {
  const { opened } = await openHere(documentId, mode, searchOf(query));
  const icon = opened.kind === 'editor' ? opened.favIconUrl : null;
  return { title: messagesFor().title(opened.document.name), ...(icon ? { icons: { icon } } : {}) };
}
