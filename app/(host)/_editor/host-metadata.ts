import type { Metadata } from 'next';
import { pageWords } from '@/app/_locale/page-words';
import { type HostAddress, openHere, searchOf } from './open-here';

/** The title, with the name first so that tabs can be told apart, and the editor's icon for this type. */
export async function hostMetadata({ documentId, mode, query }: HostAddress): Promise<Metadata> {
  const { opened } = await openHere(documentId, mode, searchOf(query));
  const icon = opened.kind === 'editor' ? opened.favIconUrl : null;
  const words = await pageWords();
  const { name } = opened.document;
  const version = opened.kind === 'editor' ? opened.version : null;
  const title = words.title(version ? words.versions.pageTitle(name, version.number) : name);
  return { title, ...(icon ? { icons: { icon } } : {}) };
}
