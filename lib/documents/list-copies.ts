import { db } from '@/lib/db/db';
import type { Actor } from '@/lib/users/actor';
import { requireDocument } from './require-document';

/**
 * The copies that this person saved from a document since a moment, the newest first.
 * @param input.since ISO 8601
 * @throws AppError `not-found`
 */
export async function listCopies(
  actor: Actor,
  input: { documentId: string; since: Date },
): Promise<{ id: string; name: string }[]> {
  const source = await requireDocument(actor, input.documentId, 'read');
  return db().document.findMany({
    where: { copiedFromId: source.id, createdById: actor.userId, createdAt: { gte: input.since }, trashedAt: null },
    select: { id: true, name: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 20,
  });
}
