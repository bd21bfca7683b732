import { z } from 'zod';
import { db } from '@/lib/db/db';
import { requireDocument } from '@/lib/documents/require-document';
import type { Actor } from '@/lib/users/actor';

/** What happened to a document, as its page tells it. */
export const activityKinds = [
  'document.create',
  'document.copy',
  'document.save',
  'document.rename',
  'document.share',
  'document.copy-switch',
  'document.trash',
  'document.untrash',
  'document.release-lock',
  'version.restore',
  'comment.created',
  'comment.updated',
  'comment.deleted',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export type ListedActivity = {
  id: string;
  kind: ActivityKind;
  /** ISO 8601 */
  at: string;
  who: { id: string | null; name: string };
  /** the comment, shortened; null for everything else */
  text: string | null;
  /** the version that it made, where it made one */
  version: number | null;
};

const most = 100;
const longestText = 400;
/** Saves of one person that follow each other at most this closely are told as one. */
const oneSittingMs = 10 * 60_000;

const kindOf = z.enum(activityKinds).nullable().catch(null);

/**
 * The last things that happened to a document, the newest first: what Lectern did and what clients reported
 * (WOPI AddActivities). Everybody who may read the document may see them.
 * @throws AppError `not-found`
 */
export async function listActivity(actor: Actor, { documentId }: { documentId: string }): Promise<ListedActivity[]> {
  const document = await requireDocument(actor, documentId, 'read');
  const [events, reports] = await Promise.all([
    db().auditEvent.findMany({
      where: { documentId: document.id, outcome: 'done', action: { in: [...activityKinds] } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: most,
    }),
    db().activity.findMany({
      where: { documentId: document.id },
      include: { user: { select: { id: true, name: true } } },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: most,
    }),
  ]);
  const ours = events.map((event) => ({
    id: event.id,
    kind: kindOf.parse(event.action),
    at: event.at.toISOString(),
    who: { id: event.actorId, name: event.actorName ?? '' },
    text: null,
    version: event.version,
  }));
  const theirs = reports.map((report) => ({
    id: report.id,
    kind: kindOf.parse(`${report.type}.${report.action}`),
    at: report.receivedAt.toISOString(),
    who: report.user,
    text: report.text === null ? null : shorten(report.text),
    version: null,
  }));
  const all = [...ours, ...theirs].flatMap((entry): ListedActivity[] => {
    const { kind } = entry;
    return kind === null ? [] : [{ ...entry, kind }];
  });
  return foldSaves(all.sort((a, b) => b.at.localeCompare(a.at))).slice(0, most);
}

function foldSaves(entries: ListedActivity[]): ListedActivity[] {
  return entries.filter((entry, index) => {
    const later = entries[index - 1];
    const isSame = later?.kind === 'document.save' && entry.kind === 'document.save' && later.who.id === entry.who.id;
    return !isSame || Date.parse(later.at) - Date.parse(entry.at) > oneSittingMs;
  });
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText).trimEnd()} …` : text;
}
