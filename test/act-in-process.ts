import { inActionScope } from './in-request-scope';
import type { Browser } from './wopi-client/browser';

/** Calls a server action as a page in this browser does, with its cookies, its origin and its languages. */
export function act<T>(browser: Browser, action: () => Promise<T>, headers: HeadersInit = {}): Promise<T> {
  const request = new Request(new URL('/documents', browser.origin), {
    method: 'POST',
    headers: browser.headersFor('POST', true, { headers }),
  });
  return inActionScope(request, action);
}
