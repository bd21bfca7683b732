import { noteReading } from '@/lib/audit/note-reading';
import { readContent } from '@/lib/documents/read-content';
import type { Actor } from '@/lib/users/actor';
import { type ArchiveItem, planArchive } from './plan-archive';
import { zipStream } from './zip-stream';

export type Archive = {
  /** of the zip: that of the one folder in it, otherwise the day's */
  name: string;
  body: ReadableStream<Uint8Array>;
};

/** As many of the items as the audit trail names. */
const mostNamed = 50;

/**
 * Opens documents and folders as one zip, which is made while it is read: nothing of it is held in memory or on
 * disk, and no transaction lasts that long. A document that vanishes meanwhile, or cannot be read, breaks the
 * stream off: a zip that is whole has everything in it.
 * @throws AppError `not-found` for an item that the actor may not read, `invalid-request` (nothing, or too much)
 */
export async function openArchive(actor: Actor, { items }: { items: readonly ArchiveItem[] }): Promise<Archive> {
  const { folderName, entries } = await planArchive(actor, items);
  const documents = entries.filter(({ documentId }) => documentId !== null).length;
  await noteReading({
    action: 'archive.download',
    actor,
    detail: {
      documents,
      folders: entries.length - documents,
      items: items
        .slice(0, mostNamed)
        .map(({ kind, id }) => `${kind}:${id}`)
        .join(' '),
    },
  });
  return {
    name: `${folderName ?? `Lectern ${new Date().toISOString().slice(0, 10)}`}.zip`,
    body: zipStream(entries, (documentId) => readContent(actor, { documentId })),
  };
}
