'use client';

const names = ['wdPreviousSession', 'wdPreviousCorrelation'];

/**
 * "Drop wdPreviousSession, wdPreviousCorrelation from the address bar (history.replaceState)" (Microsoft's host
 * page, §8.2): they speak of one earlier session, and a bookmark or a reload would speak of it for ever.
 */
export function forgetPreviousSession(): void {
  const url = new URL(window.location.href);
  if (!names.some((name) => url.searchParams.has(name))) return;
  for (const name of names) url.searchParams.delete(name);
  window.history.replaceState(null, '', url);
}
