import { z } from 'zod';
import { answerApi } from '@/app/api/_http/answer-api';
import { jsonAnswer } from '@/app/api/_http/json-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { createDocument } from '@/lib/documents/create-document';
import { AppError } from '@/lib/errors';
import { makeNameLegal } from '@/lib/shared/file-names';

export const dynamic = 'force-dynamic';

const uploadQuery = z.object({
  name: z.string().trim().min(1).max(1000),
  /** without it the person's own root folder */
  folder: z.string().max(100).optional(),
  /** what to do when the name is taken */
  clash: z.enum(['refuse', 'keep-both', 'replace']).default('keep-both'),
});

/** Stores the body as a document. The length is taken from Content-Length: a body cut short is not kept. */
export async function POST(request: Request): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    const query = uploadQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success)
      throw new AppError('invalid-request', 'The upload has no name. Choose the file again.', {
        reason: 'upload-without-name',
      });
    const { folder, clash } = query.data;
    const name = makeNameLegal(query.data.name);
    const announced = request.headers.get('content-length');
    const document = await createDocument(actor, {
      folderId: folder,
      name: clash === 'keep-both' ? name : { mode: 'specific', name, overwrite: clash === 'replace' },
      body: request.body,
      expectedBytes: announced === null ? undefined : Number(announced),
      origin: 'upload',
    });
    return jsonAnswer(document, 201);
  });
}
