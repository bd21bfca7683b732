import { type RefObject, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { shownTheme, watchShownTheme } from '@/app/_theme/theme-choice';
import { hearHostPage, tellHostPage } from '@/app/built-in/_frame/host-page';
import type { Opened } from '@/app/built-in/_frame/opened';
import { PreviewSession, type PreviewState } from './preview-session';

/** Opens the document into `place`; `tryAgain` begins anew. */
export function usePreview(opened: Opened, place: RefObject<HTMLElement | null>) {
  const words = useMessages().preview;
  const [state, setState] = useState<PreviewState | null>(null);
  const [attempt, setAttempt] = useState(0);
  const session = useRef<PreviewSession | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another session
  useEffect(() => {
    if (!place.current) return;
    // The page is there; from now on it says itself how far the document is.
    tellHostPage('App_LoadingStatus', { Status: 'Frame_Ready' });
    const now = new PreviewSession(opened, place.current, {
      words: words.inside,
      titleOf: words.frameTitle,
      theme: shownTheme(),
      onChange: setState,
    });
    session.current = now;
    now.open();
    const unwatch = watchShownTheme(() => now.sandbox?.tell({ kind: 'theme', theme: shownTheme() }));
    const deafen = hearHostPage((id) => {
      if (id === 'Grab_Focus') now.sandbox?.focus();
    });
    return () => {
      unwatch();
      deafen();
      now.end();
      session.current = null;
    };
  }, [opened, place, words, attempt]);

  const phase = state?.phase;
  useEffect(() => {
    // Whoever is not busy elsewhere scrolls with the keys at once.
    if (phase === 'shown' && document.activeElement === document.body) session.current?.sandbox?.focus();
  }, [phase]);

  return {
    state,
    sandbox: () => session.current?.sandbox ?? null,
    enterPassword: (text: string) => session.current?.enterPassword(text),
    tryAgain: () => {
      setState(null);
      setAttempt((number) => number + 1);
    },
  };
}
