'use client';

import { isLocale } from '@/lib/shared/messages/locale';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import type { ActionResult } from './action-result';

/** Calls a server action from the browser; a lost connection is a refusal like any other. */
export async function runAction<Done extends object>(
  call: () => Promise<ActionResult<Done>>,
): Promise<ActionResult<Done>> {
  const { lang } = document.documentElement;
  const words = messagesFor(isLocale(lang) ? lang : undefined);
  try {
    const result = await call();
    if (!result.ok && result.code === 'not-signed-in') return { ...result, message: words.errors.signedOut };
    return result;
  } catch {
    return { ok: false, code: 'offline', message: words.errors.offline };
  }
}
