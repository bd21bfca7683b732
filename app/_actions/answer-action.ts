import { unstable_rethrow } from 'next/navigation';
import { pageLocale } from '@/app/_locale/page-words';
import { noteRefusal } from '@/lib/audit/note-refusal';
import { asRefusal } from '@/lib/db/as-refusal';
import { causeCode } from '@/lib/db/cause-code';
import { isAppError, isFault } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { refusalSentence } from '@/lib/shared/messages/refusal-sentence';
import { newId } from '@/lib/shared/new-id';
import type { ActionResult } from './action-result';

/**
 * Runs a server action and translates what it throws: an AppError into its code and a sentence in the person's
 * language, anything else into a sentence with a number under which the log has the details.
 */
export async function answerAction<Done extends object>(work: () => Promise<Done>): Promise<ActionResult<Done>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (thrown) {
    // Next's own redirects and not-founds pass through.
    unstable_rethrow(thrown);
    const error = asRefusal(thrown);
    await noteRefusal(error);
    const requestId = newId();
    if (isFault(error)) logger().error({ cause: causeCode(error), err: error, requestId }, 'action');
    if (isAppError(error)) return { ok: false, code: error.code, message: refusalSentence(await pageLocale(), error) };
    const { errors } = messagesFor(await pageLocale());
    return { ok: false, code: 'internal', message: errors.unknownWithId(requestId) };
  }
}
