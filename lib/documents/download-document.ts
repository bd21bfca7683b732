import { noteReading } from '@/lib/audit/note-reading';
import type { Actor } from '@/lib/users/actor';
import { type Content, readContent } from './read-content';

/** The content of a document for a person to take away. @throws as {@link readContent} */
export async function downloadDocument(actor: Actor, { documentId }: { documentId: string }): Promise<Content> {
  const content = await readContent(actor, { documentId });
  const { name: documentName, version } = content;
  await noteReading({ action: 'document.download', actor, documentId, documentName, version });
  return content;
}
