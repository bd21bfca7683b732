'use client';

import { Avatar } from '@/app/_components/avatar';
import { useMessages } from '@/app/_locale/messages-context';

/** Who has the document open for editing. */
export function EditingChip({ people, personId }: { people: { userId: string; name: string }[]; personId: string }) {
  const words = useMessages().documents;
  const [first] = people;
  if (!first) return null;
  const isOnlyMe = people.length === 1 && first.userId === personId;
  const names = people.map((person) => person.name.trim().split(/\s+/u)[0] ?? person.name);
  return (
    <span className="chip" title={people.map((person) => person.name).join(', ')}>
      <span className="faces">
        {people.slice(0, 3).map((person) => (
          <Avatar key={person.userId} name={person.name} personId={person.userId} small />
        ))}
      </span>
      <span>{isOnlyMe ? words.youAreEditing : words.editing(names)}</span>
    </span>
  );
}
