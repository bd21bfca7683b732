import { type Content, readContent } from '@/lib/documents/read-content';
import { AppError } from '@/lib/errors';
import { readVersion } from '@/lib/versions/read-version';
import { maxExpectedSize } from '../headers/max-expected-size';
import type { Admitted, VersionRequest, WopiRequest } from '../wopi-request';

/**
 * WOPI GetFile (§3.2): the whole file, whatever `Range` says. 412 when it is larger than
 * X-WOPI-MaxExpectedSize. Locks do not matter.
 */
export async function getFile(wopi: WopiRequest): Promise<Response> {
  return wholeFile(wopi, () => readContent(wopi.actor, { documentId: wopi.documentId }));
}

/** GetFile of an earlier version. */
export async function getVersion(wopi: VersionRequest): Promise<Response> {
  return wholeFile(wopi, () => readVersion(wopi.actor, { documentId: wopi.documentId, id: wopi.versionId }));
}

async function wholeFile({ headers }: Admitted, open: () => Promise<Content>): Promise<Response> {
  const limit = maxExpectedSize(headers);
  const content = await open();
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
