'use client';

import { useEffect, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Avatar } from '@/app/_components/avatar';
import { Panel } from '@/app/_components/dialog';
import { When } from '@/app/_components/when';
import { useMessages } from '@/app/_locale/messages-context';
import type { ListedActivity } from '@/lib/activities/list-activity';
import { describeActivity } from './actions';

/** What happened to a document: in the portal and, as far as its editor tells, inside of it. */
export function ActivityPanel({ document, onClose }: { document: { id: string; name: string }; onClose: () => void }) {
  const words = useMessages().documents.activity;
  const [entries, setEntries] = useState<ListedActivity[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    runAction(() => describeActivity({ documentId: document.id })).then((result) => {
      if (result.ok) setEntries(result.activity);
      else setProblem(result.message);
    });
  }, [document.id]);
  return (
    <Panel open onClose={onClose} title={words.title} description={document.name}>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="versions" aria-busy={entries === null && problem === null}>
        {entries?.map((entry) => (
          <div key={entry.id} className="version">
            <Avatar name={entry.who.name || words.somebody} personId={entry.who.id ?? ''} small />
            <div>
              <b>{entry.who.name || words.somebody}</b>
              <span>{words.kinds[entry.kind]}</span>
              {entry.text ? <q className="activity-text">{entry.text}</q> : null}
              <span className="muted">
                <When iso={entry.at} />
              </span>
            </div>
          </div>
        ))}
      </div>
    </Panel>
  );
}
