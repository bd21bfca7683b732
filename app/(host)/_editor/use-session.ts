'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditorTarget } from './mount-editor';
import { type Renewal, renewToken } from './renew-token';
import { type SessionAdvice, sessionAdvice } from './session-advice';

const lookEveryMs = 15_000;

export type SessionProblem = Extract<Renewal, { ok: false }>['reason'];

/**
 * The access token of the page: notices its end, also after the computer slept, asks in time, and puts a
 * fresh one into `target`, which opens the editor anew.
 */
export function useSession(page: {
  documentId: string;
  mode: 'edit' | 'view';
  client: 'document-server' | 'built-in';
  /** the number of the earlier version that is shown in place of the document */
  version: number | null;
  openedAt: string;
  first: EditorTarget;
  /** whether its end matters; a page that converts would convert again if it were renewed by itself */
  isWatched: boolean;
}) {
  const { documentId, mode, client, version, openedAt, first, isWatched } = page;
  const [target, setTarget] = useState(first);
  const [advice, setAdvice] = useState<SessionAdvice>('none');
  const [postponed, setPostponed] = useState<SessionAdvice | null>(null);
  const [problem, setProblem] = useState<SessionProblem | null>(null);
  const [isRenewing, setRenewing] = useState(false);
  const hasChanges = useRef(false);
  const isBusy = useRef(false);
  /** the server's clock minus the browser's, in milliseconds */
  const skew = useRef(0);
  useEffect(() => {
    skew.current = Date.parse(openedAt) - Date.now();
  }, [openedAt]);

  const renew = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRenewing(true);
    const renewal = await renewToken({ documentId, mode, client, version });
    isBusy.current = false;
    setRenewing(false);
    if (!renewal.ok) {
      setProblem(renewal.reason);
      setAdvice('ask-after-end');
      setPostponed(null);
      return;
    }
    hasChanges.current = false;
    setProblem(null);
    setPostponed(null);
    setAdvice('none');
    const { accessToken, accessTokenTtl } = renewal;
    setTarget((old) => ({ ...old, accessToken, accessTokenTtl }));
  }, [documentId, mode, client, version]);

  useEffect(() => {
    if (!isWatched) return;
    const look = () => {
      if (document.visibilityState !== 'visible' || isBusy.current) return;
      const now = Date.now() + skew.current;
      const next = sessionAdvice({ now, expiresAt: target.accessTokenTtl, hasChanges: hasChanges.current });
      // What could not be renewed by itself is the person's to decide.
      if (next === 'renew' && problem === null) renew();
      else setAdvice(next === 'renew' ? 'ask-after-end' : next);
    };
    const comeBack = () => {
      setPostponed((old) => (old === 'ask-after-end' ? null : old));
      look();
    };
    const timer = setInterval(look, lookEveryMs);
    document.addEventListener('visibilitychange', comeBack);
    window.addEventListener('pageshow', comeBack);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', comeBack);
      window.removeEventListener('pageshow', comeBack);
    };
  }, [target.accessTokenTtl, problem, renew, isWatched]);

  return {
    target,
    /** what to ask the person now */
    question: advice === 'none' || advice === 'renew' || advice === postponed ? null : advice,
    problem,
    isRenewing,
    renew,
    postpone: () => setPostponed(advice),
    noteChanges: () => {
      hasChanges.current = true;
    },
  };
}
