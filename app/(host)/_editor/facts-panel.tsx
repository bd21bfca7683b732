'use client';

import { useEffect, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Avatar } from '@/app/_components/avatar';
import { Panel } from '@/app/_components/dialog';
import { When } from '@/app/_components/when';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import { type DocumentFacts, describeDocument } from './actions';

type FactsPanelProps = { show: 'versions' | 'sharing'; documentId: string; name: string; onClose: () => void };

/** Over the editor: the versions of the document, or who has access to it. */
export function FactsPanel({ show, documentId, name, onClose }: FactsPanelProps) {
  const words = useMessages().editor[show];
  const [facts, setFacts] = useState<DocumentFacts | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    runAction(() => describeDocument(documentId)).then((result) => {
      if (result.ok) setFacts(result);
      else setProblem(result.message);
    });
  }, [documentId]);
  return (
    <Panel open onClose={onClose} title={words.title} description={name}>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="versions" aria-busy={facts === null && problem === null}>
        {facts && show === 'versions' ? <CurrentVersion facts={facts} /> : null}
        {facts && show === 'sharing' ? <Access facts={facts} /> : null}
        {facts && (show === 'sharing' || facts.version > 1) ? <p className="hint">{words.note}</p> : null}
      </div>
    </Panel>
  );
}

function CurrentVersion({ facts }: { facts: DocumentFacts }) {
  const words = useMessages().editor.versions;
  return (
    <div className="version">
      <Avatar name={facts.owner.name} personId={facts.owner.id} small />
      <div>
        <b>{words.current(facts.version)}</b>
        <span className="muted">
          {words.saved} <When iso={facts.modifiedAt} />
        </span>
      </div>
      <span className="muted">{formatBytes(facts.size, formatLocale[useLocale()])}</span>
    </div>
  );
}

function Access({ facts }: { facts: DocumentFacts }) {
  const words = useMessages().editor.sharing;
  const { owner, me } = facts;
  const people = owner.id === me.id ? [me] : [{ ...owner, role: 'owner' as const }, me];
  return people.map((person) => (
    <div key={person.id} className="version">
      <Avatar name={person.name} personId={person.id} small />
      <div>
        <b>{person.id === me.id ? `${person.name} (${words.you})` : person.name}</b>
        <span className="muted">{words.roles[person.role]}</span>
      </div>
    </div>
  ));
}
