'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { ActionResult } from '@/app/_actions/action-result';
import { runAction } from '@/app/_actions/run-action';
import { Avatar } from '@/app/_components/avatar';
import { Panel } from '@/app/_components/dialog';
import { When } from '@/app/_components/when';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import { describeAccess, describeVersions } from './actions';

type FactsPanelProps = { show: 'versions' | 'sharing'; documentId: string; name: string; onClose: () => void };

/** Over the editor: the versions of the document, or who has access to it. */
export function FactsPanel({ show, documentId, name, onClose }: FactsPanelProps) {
  const words = useMessages().editor[show];
  return (
    <Panel open onClose={onClose} title={words.title} description={name}>
      {show === 'versions' ? <Versions documentId={documentId} /> : <People documentId={documentId} />}
    </Panel>
  );
}

function Versions({ documentId }: { documentId: string }) {
  const words = useMessages().editor.versions;
  const locale = formatLocale[useLocale()];
  const { facts, problem } = useFacts(describeVersions, documentId);
  return (
    <Facts isReading={facts === null} problem={problem} note={facts && facts.versions.length > 1 ? words.note : null}>
      {facts?.versions.map((version, index) => (
        <div key={version.number} className="version">
          <Avatar name={version.author.name} personId={version.author.id} small />
          <div>
            <b>{index === 0 ? words.current(version.number) : words.earlier(version.number)}</b>
            <span className="muted">
              <When iso={version.savedAt} /> · {version.author.name}
            </span>
          </div>
          <span className="muted">{formatBytes(version.size, locale)}</span>
        </div>
      ))}
    </Facts>
  );
}

function People({ documentId }: { documentId: string }) {
  const words = useMessages().editor.sharing;
  const { facts, problem } = useFacts(describeAccess, documentId);
  return (
    <Facts isReading={facts === null} problem={problem} note={facts ? words.note : null}>
      {facts?.people.map((person) => (
        <div key={person.id} className="version">
          <Avatar name={person.name} personId={person.id} small />
          <div>
            <b>{person.id === facts.me ? `${person.name} (${words.you})` : person.name}</b>
            <span className="muted">{words.roles[person.role]}</span>
          </div>
        </div>
      ))}
    </Facts>
  );
}

type FactsProps = { isReading: boolean; problem: string | null; note: string | null; children: ReactNode };

function Facts({ isReading, problem, note, children }: FactsProps) {
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

function useFacts<T extends object>(ask: (documentId: string) => Promise<ActionResult<T>>, documentId: string) {
  const [facts, setFacts] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    runAction(() => ask(documentId)).then((result) => {
      if (result.ok) setFacts(result);
      else setProblem(result.message);
    });
  }, [ask, documentId]);
  return { facts, problem };
}
