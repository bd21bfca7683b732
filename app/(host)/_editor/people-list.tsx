'use client';

import { Avatar } from '@/app/_components/avatar';
import { Facts, useFacts } from '@/app/_components/facts';
import { useMessages } from '@/app/_locale/messages-context';
import { describeAccess } from './actions';

/** Who has access to the document. */
export function PeopleList({ documentId }: { documentId: string }) {
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
