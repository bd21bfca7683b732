'use server';

import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { type Access, listAccess } from '@/lib/shares/list-access';
import { type ListedVersion, listVersions } from '@/lib/versions/list-versions';
import { restoreVersion as restore } from '@/lib/versions/restore-version';

const documentId = z.string().max(100);
const restoreInput = z.object({ documentId, number: z.int().min(1) });

/** What the panel of versions over the editor shows. */
export async function describeVersions(
  id: z.infer<typeof documentId>,
): Promise<ActionResult<{ versions: ListedVersion[] }>> {
  return answerAction(async () => ({
    versions: await listVersions(await actorOfAction(), { documentId: documentId.parse(id) }),
  }));
}

/** What the panel of sharing over the editor shows. */
export async function describeAccess(
  id: z.infer<typeof documentId>,
): Promise<ActionResult<{ people: Access[]; me: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    return { people: await listAccess(actor, { documentId: documentId.parse(id) }), me: actor.userId };
  });
}

/** Makes an earlier version the current one. */
export async function restoreVersion(input: z.infer<typeof restoreInput>): Promise<ActionResult<{ version: number }>> {
  return answerAction(async () => restore(await actorOfAction(), restoreInput.parse(input)));
}
