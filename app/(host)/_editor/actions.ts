'use server';

import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { findDocument } from '@/lib/documents/find-document';
import { type Role, rightsOf, roles } from '@/lib/shares/rights';

export type DocumentFacts = {
  version: number;
  modifiedAt: string;
  size: number;
  owner: { id: string; name: string };
  me: { id: string; name: string; role: Role | 'owner' };
};

const documentId = z.string().max(100);

/** What the panels over the editor show of a document. */
export async function describeDocument(id: z.infer<typeof documentId>): Promise<ActionResult<DocumentFacts>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const found = await findDocument(actor, documentId.parse(id));
    const { version, modifiedAt, size, rights } = found;
    const role = roles.findLast((each) => JSON.stringify(rightsOf[each]) === JSON.stringify(rights)) ?? 'viewer';
    return {
      version,
      modifiedAt,
      size,
      owner: { id: found.ownerId, name: found.ownerName },
      me: { id: actor.userId, name: actor.name, role: found.isMine ? ('owner' as const) : role },
    };
  });
}
