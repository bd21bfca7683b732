import { pageLocale } from '@/app/_locale/page-words';
import { noteRefusal } from '@/lib/audit/note-refusal';
import { asRefusal } from '@/lib/db/as-refusal';
import { causeCode } from '@/lib/db/cause-code';
import { isAppError, isFault, statusOf } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { refusalSentence } from '@/lib/shared/messages/refusal-sentence';
import { newId } from '@/lib/shared/new-id';

/**
 * Runs a route handler and translates what it throws: an AppError into its status with
 * {"error": code, "message": sentence in the person's language}, anything else into a 500 whose details stay in
 * the log.
 */
export async function answerApi(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    const error = asRefusal(thrown);
    await noteRefusal(error);
    const requestId = newId();
    if (isFault(error)) logger().error({ cause: causeCode(error), err: error, requestId }, 'api');
    const headers = { 'cache-control': 'private, no-store' };
    if (isAppError(error)) {
      const message = refusalSentence(await pageLocale(), error);
      return Response.json({ error: error.code, message }, { status: statusOf(error), headers });
    }
    const message = messagesFor(await pageLocale()).errors.unknownWithId(requestId);
    return Response.json({ error: 'internal', message }, { status: 500, headers });
  }
}
