import { z } from 'zod';
import { answerApi } from '@/app/api/_http/answer-api';
import { jsonAnswer } from '@/app/api/_http/json-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { listCopies } from '@/lib/documents/list-copies';
import { AppError } from '@/lib/errors';

export const dynamic = 'force-dynamic';

const since = z.iso.datetime();

/** The copies that this person saved from the document since a moment: the editor page asks every few seconds. */
export async function GET(request: Request, context: { params: Promise<{ documentId: string }> }): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    const { documentId } = await context.params;
    const moment = since.safeParse(new URL(request.url).searchParams.get('since'));
    if (!moment.success) throw new AppError('invalid-request', 'The moment is missing.');
    return jsonAnswer({ copies: await listCopies(actor, { documentId, since: new Date(moment.data) }) });
  });
}
