/**
 * A path of this portal to go to next, or the fall-back: only paths of the same origin, however the text
 * tries to look like one (`//evil`, `/\evil`, tabs, user info, another scheme).
 */
export function safePath(wanted: string | null | undefined, fallback = '/documents'): string {
  if (!wanted?.startsWith('/') || /[\p{Cc}\\]/u.test(wanted)) return fallback;
  const here = 'http://portal.invalid';
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : null;
  if (!url || url.origin !== here || url.username || url.password) return fallback;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') ? fallback : path;
}
