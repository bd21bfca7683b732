import { answerApi } from '@/app/api/_http/answer-api';
import { jsonAnswer } from '@/app/api/_http/json-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { documentsState } from '@/lib/documents/documents-state';

export const dynamic = 'force-dynamic';

/** A digest of the person's list: the page asks every few seconds and reads the list anew when it changed. */
export async function GET(request: Request): Promise<Response> {
  return answerApi(async () => jsonAnswer({ state: await documentsState(await actorOfRequest(request)) }));
}
