import { z } from 'zod';
import { answerApi } from '@/app/api/_http/answer-api';
import { fileAnswer } from '@/app/api/_http/file-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { downloadVersion } from '@/lib/versions/download-version';
import { versionGone } from '@/lib/versions/require-version';

export const dynamic = 'force-dynamic';

const versionNumber = z.string().regex(/^[1-9]\d{0,8}$/);

type Context = { params: Promise<{ documentId: string; number: string }> };

/** Downloads one version of a document, as "name (version 3).docx". */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    const { documentId, number } = await context.params;
    const wanted = versionNumber.safeParse(number);
    if (!wanted.success) throw versionGone();
    return fileAnswer(await downloadVersion(actor, { documentId, number: Number(wanted.data) }));
  });
}
