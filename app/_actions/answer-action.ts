import { unstable_rethrow } from 'next/navigation';
import { isAppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { newId } from '@/lib/shared/new-id';
import type { ActionResult } from './action-result';

/**
 * Runs a server action and translates what it throws: an AppError into its code and sentence, anything
 * else into a sentence with a number under which the log has the details.
 */
export async function answerAction<Done extends object>(work: () => Promise<Done>): Promise<ActionResult<Done>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    // Next's own redirects and not-founds pass through.
    unstable_rethrow(error);
    if (isAppError(error)) return { ok: false, code: error.code, message: error.message };
    const requestId = newId();
    logger().error({ err: error, requestId }, 'action');
    return { ok: false, code: 'internal', message: messagesFor().errors.unknownWithId(requestId) };
  }
}
