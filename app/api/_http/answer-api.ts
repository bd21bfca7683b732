import { isAppError, statusOf } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { newId } from '@/lib/shared/new-id';

/**
 * Runs a route handler and translates what it throws: an AppError into its status with
 * {"error": code, "message": sentence}, anything else into a 500 whose details stay in the log.
 */
export async function answerApi(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const headers = { 'cache-control': 'private, no-store' };
    if (isAppError(error)) {
      return Response.json({ error: error.code, message: error.message }, { status: statusOf(error), headers });
    }
    const requestId = newId();
    logger().error({ err: error, requestId }, 'api');
    const message = `Something went wrong on our side. If it happens again, tell your administrator this number: ${requestId}.`;
    return Response.json({ error: 'internal', message }, { status: 500, headers });
  }
}
