'use client';

/**
 * Asks again and again while the page is visible, at once when it becomes visible, and never twice at the
 * same time. A question that fails is asked again at the next turn.
 * @param everyMs between an answer and the next question
 * @returns what ends it
 */
export function pollWhileVisible(everyMs: number, ask: (signal: AbortSignal) => Promise<void>): () => void {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  async function turn() {
    clearTimeout(timer);
    if (isAsking || ending.signal.aborted || document.visibilityState !== 'visible') return;
    isAsking = true;
    try {
      await ask(ending.signal);
    } catch {
      // The next turn asks again.
    }
    isAsking = false;
    if (!ending.signal.aborted) timer = setTimeout(turn, everyMs);
  }

  timer = setTimeout(turn, everyMs);
  document.addEventListener('visibilitychange', turn, { signal: ending.signal });
  // A page that comes back out of the browser's memory is as old as when it was left.
  window.addEventListener('pageshow', (event) => event.persisted && turn(), { signal: ending.signal });
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}
