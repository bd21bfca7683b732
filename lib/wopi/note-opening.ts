import { noteReading } from '@/lib/audit/note-reading';
import { logger } from '@/lib/logger';
import type { Actor } from '@/lib/users/actor';
import { noteVisit } from '@/lib/visits/note-visit';
import type { OpenedDocument } from './open-document';

/**
 * Notes that a person opened a document's page: for their list of recent ones, and for the audit trail where an editor
 * or a preview shows it. Never throws.
 */
export async function noteOpening(actor: Actor, opened: OpenedDocument): Promise<void> {
  const { id: documentId, name: documentName } = opened.document;
  if (opened.kind === 'editor') {
    const { version, client, mode } = opened;
    const detail = { mode, client, version: version?.number ?? null };
    await noteReading({ action: 'document.open', actor, documentId, documentName, detail });
  }
  await noteVisit(actor, { documentId }).catch((error: unknown) => {
    logger().error({ err: error, documentId }, 'a visit could not be noted');
  });
}
