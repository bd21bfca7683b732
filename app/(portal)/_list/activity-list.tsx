'use client';

import { Avatar } from '@/app/_components/avatar';
import { When } from '@/app/_components/when';
import { useMessages } from '@/app/_locale/messages-context';
import type { ListedActivity } from '@/lib/activities/list-activity';

/** What happened to a document: in the portal and, as far as its editor tells, inside of it. */
export function ActivityList({ entries }: { entries: readonly ListedActivity[] }) {
  const words = useMessages().documents.activity;
  return (
    <div className="versions">
      {entries.map((entry) => (
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
  );
}
