import { byteCount } from './byte-count';

/** X-WOPI-MaxExpectedSize of GetFile in bytes; 2,147,483,647 when absent. @throws AppError `invalid-request` */
export function maxExpectedSize(headers: Headers): number {
  return byteCount(headers, 'x-wopi-maxexpectedsize') ?? 2_147_483_647;
}
