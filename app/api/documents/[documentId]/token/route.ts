import { z } from 'zod';
import { answerApi } from '@/app/api/_http/answer-api';
import { jsonAnswer } from '@/app/api/_http/json-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { AppError } from '@/lib/errors';
import { renewToken } from '@/lib/wopi/open-document';

export const dynamic = 'force-dynamic';

const wish = z.object({
  mode: z.enum(['edit', 'view']),
  client: z.enum(['document-server', 'built-in']),
  version: z.coerce.number().int().min(1).nullable(),
});

/** A fresh access token for an editor page that is open already and whose token ends. */
export async function POST(request: Request, context: { params: Promise<{ documentId: string }> }): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    const { documentId } = await context.params;
    const query = new URL(request.url).searchParams;
    const wanted = wish.safeParse({
      mode: query.get('mode'),
      client: query.get('client'),
      version: query.get('version'),
    });
    if (!wanted.success) throw new AppError('invalid-request', 'The mode or the client is missing.');
    return jsonAnswer(await renewToken(actor, { documentId, ...wanted.data }));
  });
}
