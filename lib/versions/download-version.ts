import { noteReading } from '@/lib/audit/note-reading';
import type { Content } from '@/lib/documents/read-content';
import type { Actor } from '@/lib/users/actor';
import { readVersion } from './read-version';

/** The content of one version for a person to take away. @throws as {@link readVersion} */
export async function downloadVersion(actor: Actor, input: { documentId: string; number: number }): Promise<Content> {
  const content = await readVersion(actor, input);
  const { documentName, version } = content;
  await noteReading({ action: 'document.download', actor, documentId: input.documentId, documentName, version });
  return content;
}
