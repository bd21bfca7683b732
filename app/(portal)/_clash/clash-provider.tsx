'use client';

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { ClashDialog } from './clash-dialog';
import type { AskClash, ClashAnswer, ClashQuestion } from './clash-question';

type Open = { question: ClashQuestion; left: number; answer: (answer: ClashAnswer | null) => void };

const Ask = createContext<AskClash>(async () => null);

/** Asks the person what to do with a name that is taken. */
export function useAskClash(): AskClash {
  return useContext(Ask);
}

/** Shows one question at a time, whoever asks. */
export function ClashProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly Open[]>([]);
  const ask = useCallback<AskClash>(
    (question, left) =>
      new Promise((resolve) => {
        const entry: Open = {
          question,
          left,
          answer: (given) => {
            setWaiting((all) => all.filter((each) => each !== entry));
            resolve(given);
          },
        };
        setWaiting((all) => [...all, entry]);
      }),
    [],
  );
  const [first] = waiting;
  return (
    <Ask value={ask}>
      {children}
      {first ? <ClashDialog key={`${first.question.name} ${first.left}`} {...first} /> : null}
    </Ask>
  );
}
