import { AppError } from '@/lib/errors';
import { byteCount } from './byte-count';

/**
 * How long the body is said to be: by Content-Length, and by X-WOPI-Size, which Microsoft and Collabora
 * send. Undefined when neither says so (a chunked body of ONLYOFFICE's converter, for example).
 * @throws AppError `invalid-request`, `incomplete-body` when the two differ
 */
export function announcedSize(headers: Headers): number | undefined {
  const length = byteCount(headers, 'content-length');
  const size = byteCount(headers, 'x-wopi-size');
  if (length !== undefined && size !== undefined && length !== size) {
    throw new AppError('incomplete-body', 'X-WOPI-Size and Content-Length differ.');
  }
  return size ?? length;
}
