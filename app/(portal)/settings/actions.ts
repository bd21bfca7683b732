'use server';

import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { pageLocaleHints } from '@/lib/auth/page-locale-hints';
import { type Locale, locales } from '@/lib/shared/messages/locale';
import { pickLocale } from '@/lib/shared/messages/pick-locale';
import { changeName as rename } from '@/lib/users/change-name';
import { changePassword as change } from '@/lib/users/change-password';
import { chooseLocale as choose } from '@/lib/users/choose-locale';
import { endOwnSession } from '@/lib/users/end-own-session';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';

const passwords = z.object({ oldPassword: z.string().max(10_000), newPassword: z.string().max(10_000) });
const profile = z.object({ name: z.string().max(10_000) });
const language = z.object({ locale: z.enum(locales).nullable() });
const session = z.object({ sessionId: z.string().max(100) });

export async function changePassword(given: z.infer<typeof passwords>): Promise<ActionResult> {
  return answerAction(async () => {
    await change(await actorOfAction(), readInput(passwords, given));
    return {};
  });
}

export async function changeName(given: z.infer<typeof profile>): Promise<ActionResult<{ name: string }>> {
  return answerAction(async () => rename(await actorOfAction(), readInput(profile, given)));
}

/** @returns the language that pages have from now on: with null this browser's own */
export async function chooseLocale(given: z.infer<typeof language>): Promise<ActionResult<{ shown: Locale }>> {
  return answerAction(async () => {
    const { locale } = readInput(language, given);
    await choose(await actorOfAction(), { locale });
    return { shown: pickLocale({ ...(await pageLocaleHints()), person: locale, cookie: null }) };
  });
}

export async function endSession(given: z.infer<typeof session>): Promise<ActionResult> {
  return answerAction(async () => {
    await endOwnSession(await actorOfAction(), readInput(session, given));
    return {};
  });
}

export async function signOutElsewhere(): Promise<ActionResult<{ sessions: number }>> {
  return answerAction(async () => signOutEverywhere(await actorOfAction(), { here: false }));
}
