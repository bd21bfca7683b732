import { goOn } from '@/app/(portal)/_work/go-on';
import { answerApi } from '@/app/api/_http/answer-api';
import { jsonAnswer } from '@/app/api/_http/json-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';

export const dynamic = 'force-dynamic';

/** Works at a job of the person for a moment, unless another request does, and says how far it is. */
export async function POST(request: Request, { params }: { params: Promise<{ jobId: string }> }): Promise<Response> {
  return answerApi(async () => {
    const { work } = await goOn(await actorOfRequest(request), (await params).jobId);
    return jsonAnswer(work);
  });
}
