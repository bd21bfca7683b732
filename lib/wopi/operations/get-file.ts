import { readContent } from '@/lib/documents/read-content';
import { AppError } from '@/lib/errors';
import { maxExpectedSize } from '../headers/max-expected-size';
import type { WopiRequest } from '../wopi-request';

/**
 * WOPI GetFile (§3.2): the whole file, whatever `Range` says. 412 when it is larger than
 * X-WOPI-MaxExpectedSize. Locks do not matter.
 */
export async function getFile(wopi: WopiRequest): Promise<Response> {
  const limit = maxExpectedSize(wopi.headers);
  const content = await readContent(wopi.actor, { documentId: wopi.documentId });
  if (content.size > limit) {
    await content.body.cancel();
    throw new AppError('larger-than-expected', 'The file is larger than the client expects.');
  }
  return new Response(content.body, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(content.size),
      'x-wopi-itemversion': String(content.version),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
