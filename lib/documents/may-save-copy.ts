import { env } from '@/lib/env';

/** Whether Save Copy As of a document is allowed, conversion included: by the portal's settings and by the document. */
export function maySaveCopy(document: { copyForbidden: boolean }): boolean {
  return env().WOPI_SAVE_COPY_AS && !document.copyForbidden;
}
