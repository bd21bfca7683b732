'use server';

import { z } from 'zod';
import { readInput } from '@/app/_actions/read-input';
import { answerWish } from '../_work/answer-wish';
import type { WorkResult } from '../_work/work-answer';

const items = z.array(z.object({ kind: z.enum(['document', 'folder']), id: z.string().max(100) })).max(500);

/** Deletes documents and folders in the trash for ever. */
export async function deleteItems(input: z.infer<typeof items>): Promise<WorkResult> {
  return answerWish(() => ({ verb: 'delete', items: readInput(items, input) }));
}

/** Deletes everything in the trash for ever. */
export async function emptyTrash(): Promise<WorkResult> {
  return answerWish(() => ({ verb: 'delete', list: { scope: { place: 'trash' }, kind: null } }));
}
