'use server';

import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { changePassword as change } from '@/lib/users/change-password';

const input = z.object({ oldPassword: z.string().max(10_000), newPassword: z.string().max(10_000) });

export async function changePassword(given: z.infer<typeof input>): Promise<ActionResult> {
  return answerAction(async () => {
    await change(await actorOfAction(), input.parse(given));
    return {};
  });
}
