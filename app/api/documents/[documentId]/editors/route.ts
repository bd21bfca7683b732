import { answerApi } from '@/app/api/_http/answer-api';
import { jsonAnswer } from '@/app/api/_http/json-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { listEditors } from '@/lib/locks/list-editors';

export const dynamic = 'force-dynamic';

/** Who edits a document now: `{"editors":[{"id","name"}]}`, the holder of its lock first. */
export async function GET(request: Request, context: { params: Promise<{ documentId: string }> }): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    return jsonAnswer({ editors: await listEditors(actor, await context.params) });
  });
}
