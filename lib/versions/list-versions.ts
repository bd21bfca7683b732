import { z } from 'zod';
import { db } from '@/lib/db/db';
import { requireDocument } from '@/lib/documents/require-document';
import { type VersionOrigin, versionOrigins } from '@/lib/documents/write-version';
import type { Actor } from '@/lib/users/actor';

export type ListedVersion = {
  number: number;
  /** ISO 8601 */
  savedAt: string;
  author: { id: string; name: string };
  /** bytes */
  size: number;
  /** what a person called it */
  name: string | null;
  origin: VersionOrigin;
};

const originOf = z.enum(versionOrigins).catch('save');

/**
 * The versions of a document that are kept, the current one first; at most the newest hundred.
 * @throws AppError `not-found`
 */
export async function listVersions(actor: Actor, { documentId }: { documentId: string }): Promise<ListedVersion[]> {
  const document = await requireDocument(actor, documentId, 'read');
  const rows = await db().version.findMany({
    where: { documentId: document.id },
    orderBy: { number: 'desc' },
    take: 100,
    include: { author: { select: { id: true, name: true } } },
  });
  return rows.map((row) => ({
    number: row.number,
    savedAt: row.createdAt.toISOString(),
    author: row.author,
    size: Number(row.size),
    name: row.name,
    origin: originOf.parse(row.origin),
  }));
}
