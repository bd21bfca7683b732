'use server';

import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { copyVersion as copy } from '@/lib/versions/copy-version';
import { type ListedVersion, listVersions } from '@/lib/versions/list-versions';
import { nameVersion as giveName } from '@/lib/versions/name-version';
import { restoreVersion as restore } from '@/lib/versions/restore-version';

const documentId = z.string().max(100);
const version = z.object({ documentId, number: z.int32().min(1) });
const named = version.extend({ name: z.string().max(1000) });

type Version = z.infer<typeof version>;

/** What the panel of versions shows, and who looks at it. */
export async function describeVersions(
  id: z.infer<typeof documentId>,
): Promise<ActionResult<{ versions: ListedVersion[]; me: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    return { versions: await listVersions(actor, { documentId: readInput(documentId, id) }), me: actor.userId };
  });
}

/** Makes an earlier version the current one. */
export async function restoreVersion(input: Version): Promise<ActionResult<{ version: number }>> {
  return answerAction(async () => restore(await actorOfAction(), readInput(version, input)));
}

/** Makes a new document of a version. */
export async function copyVersion(input: Version): Promise<ActionResult<{ id: string; name: string }>> {
  return answerAction(async () => copy(await actorOfAction(), readInput(version, input)));
}

/** Gives a version a name, or takes it away. */
export async function nameVersion(input: z.infer<typeof named>): Promise<ActionResult<{ name: string | null }>> {
  return answerAction(async () => giveName(await actorOfAction(), readInput(named, input)));
}
