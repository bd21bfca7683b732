'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { ActionResult } from '@/app/_actions/action-result';
import { runAction } from '@/app/_actions/run-action';

type FactsProps = { isReading: boolean; problem: string | null; note: string | null; children: ReactNode };

/** The rows of a panel, or why they could not be read. */
export function Facts({ isReading, problem, note, children }: FactsProps) {
  return (
    <>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="versions" aria-busy={isReading && problem === null}>
        {children}
        {note ? <p className="hint">{note}</p> : null}
      </div>
    </>
  );
}

/** What a panel shows, read once when it opens. */
export function useFacts<T extends object>(ask: (documentId: string) => Promise<ActionResult<T>>, documentId: string) {
  const [facts, setFacts] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    runAction(() => ask(documentId)).then((result) => {
      if (result.ok) setFacts(result);
      else setProblem(result.message);
    });
  }, [ask, documentId]);
  /** `change` shows other facts without asking again */
  return { facts, problem, change: setFacts };
}
