import { contentDisposition } from '@/lib/shared/content-disposition';
import { servedContentType } from '@/lib/shared/file-type';

/**
 * An answer with bytes that somebody uploaded: always a download, its type from a list of harmless ones,
 * and nothing in it may run, not even when the browser shows it.
 * @param file.size bytes, where they are known before the last one was sent
 */
export function fileAnswer(file: { name: string; size?: number; body: ReadableStream<Uint8Array> }): Response {
  return new Response(file.body, {
    headers: {
      'content-type': servedContentType(file.name),
      ...(file.size === undefined ? {} : { 'content-length': String(file.size) }),
      'content-disposition': contentDisposition(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      vary: 'Cookie',
    },
  });
}
