import { answerApi } from '@/app/api/_http/answer-api';
import { fileAnswer } from '@/app/api/_http/file-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { readRecoveryCopy } from '@/lib/recovery/read-recovery-copy';

export const dynamic = 'force-dynamic';

/** Downloads the bytes of a save that had to be refused. */
export async function GET(
  request: Request,
  context: { params: Promise<{ recoveryCopyId: string }> },
): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    const { recoveryCopyId } = await context.params;
    return fileAnswer(await readRecoveryCopy(actor, { recoveryCopyId }));
  });
}
