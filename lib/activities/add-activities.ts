import { inTransaction } from '@/lib/db/in-transaction';
import { requireDocument } from '@/lib/documents/require-document';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';

export type NewActivity = {
  /** the client's own id: the same report twice is one activity */
  clientId: string;
  type: string;
  action: 'created' | 'updated' | 'deleted';
  /** by the client's clock; null where it does not say */
  occurredAt: Date | null;
  contentId: string;
  text: string | null;
  navigationId: string | null;
  isReply: boolean;
  people: { name: string; id: string; mentioned: boolean }[];
};

/**
 * Keeps what a client reports of a document (WOPI AddActivities, §3.14), all of it or nothing. Whoever may
 * store content may report.
 * @throws AppError `not-found`
 */
export async function addActivities(
  actor: Actor,
  input: { documentId: string; activities: readonly NewActivity[] },
): Promise<void> {
  const document = await requireDocument(actor, input.documentId, 'save');
  const receivedAt = new Date();
  await inTransaction(async (tx) => {
    for (const { people, occurredAt, clientId, ...activity } of input.activities) {
      await tx.activity.upsert({
        where: { documentId_clientId: { documentId: document.id, clientId } },
        create: {
          ...activity,
          id: newId(),
          clientId,
          documentId: document.id,
          userId: actor.userId,
          occurredAt: occurredAt ?? receivedAt,
          receivedAt,
          people: JSON.stringify(people),
        },
        update: {},
      });
    }
  });
}
