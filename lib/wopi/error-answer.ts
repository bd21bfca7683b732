import { isTransient } from '@/lib/db/is-transient';
import { isAppError, statusOf } from '@/lib/errors';
import type { NamedResource } from '@/lib/tokens/token-resource';
import { encodeUtf7 } from './utf7';

/**
 * Translates an error into the answer that the protocol prescribes: its status, for every 409 on a file the header
 * X-WOPI-Lock (the empty string when unlocked) and, for people who read logs, X-WOPI-ServerError.
 * What is not an AppError is a 500 that tells no more than the id of the request.
 */
export function errorAnswer(error: unknown, requestId: string, kind: NamedResource['kind']): Response {
  const headers = new Headers({ 'cache-control': 'no-store', 'x-request-id': requestId });
  if (!isAppError(error)) {
    headers.set('x-wopi-servererror', `Unexpected error, request ${requestId}`);
    if (isTransient(error)) headers.set('retry-after', '5');
    return new Response(null, { status: 500, headers });
  }
  const status = wopiStatus(error);
  const sentence = printable(error.message);
  headers.set('x-wopi-servererror', sentence);
  // On a container only the lock of a file that stands in the way is told.
  if (status === 409 && (kind === 'file' || error.code === 'lock-conflict')) {
    headers.set('x-wopi-lock', String(error.detail.lock ?? ''));
    headers.set('x-wopi-lockfailurereason', sentence);
  }
  if (typeof error.detail.validTarget === 'string') {
    headers.set('x-wopi-validrelativetarget', encodeUtf7(error.detail.validTarget));
  }
  if (error.code === 'invalid-name') headers.set('x-wopi-invalidfilenameerror', sentence);
  if (error.code === 'invalid-folder-name') headers.set('x-wopi-invalidcontainernameerror', sentence);
  if (error.code === 'document-changed') {
    // Collabora's timestamp conflict: the person is asked; the older name is for older clients.
    headers.set('content-type', 'application/json');
    return new Response(JSON.stringify({ COOLStatusCode: 1010, LOOLStatusCode: 1010 }), { status, headers });
  }
  return new Response(null, { status, headers });
}

/** WOPI knows 500 for every fault of the host; 503 is a page's business. */
function wopiStatus(error: unknown): number {
  const status = statusOf(error);
  return status === 503 ? 500 : status;
}

function printable(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[^\x20-\x7e]/g, '?');
}
