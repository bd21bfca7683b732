import { answerApi } from '@/app/api/_http/answer-api';
import { fileAnswer } from '@/app/api/_http/file-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { downloadDocument } from '@/lib/documents/download-document';

export const dynamic = 'force-dynamic';

/** Downloads the current content of a document. */
export async function GET(request: Request, context: { params: Promise<{ documentId: string }> }): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    const { documentId } = await context.params;
    return fileAnswer(await downloadDocument(actor, { documentId }));
  });
}
