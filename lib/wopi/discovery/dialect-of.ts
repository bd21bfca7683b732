import type { ClientDialect } from '@/lib/tokens/issue-token';
import type { Discovery } from './parse-discovery';

/**
 * Which Document Server it is, as far as that changes what it has to be told; null for any other than ONLYOFFICE, whose
 * actions all lead below `/hosting/wopi/`.
 */
export function dialectOf({ actions }: Discovery): ClientDialect | null {
  const isOnlyoffice = actions.every(({ urlsrc }) => /^https?:\/\/[^?]*\/hosting\/wopi\//.test(urlsrc));
  return isOnlyoffice ? 'onlyoffice' : null;
}
