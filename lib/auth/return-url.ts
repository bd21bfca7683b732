import { env } from '@/lib/env';
import { safePath } from '@/lib/shared/safe-path';

/**
 * Where next-auth may send a browser after sign-in or sign-out: a path of ours, or an address of ours written
 * out in full, as its client sends. Anything else becomes the list of documents (S36).
 */
export function returnUrl(wanted: unknown): string {
  const { origin } = new URL(env().PUBLIC_URL);
  if (typeof wanted !== 'string') return origin + safePath(null);
  const isAbsolute = URL.canParse(wanted) && new URL(wanted).origin === origin;
  return origin + safePath(isAbsolute ? pathOf(new URL(wanted)) : wanted);
}

function pathOf(url: URL): string {
  return url.pathname + url.search + url.hash;
}
