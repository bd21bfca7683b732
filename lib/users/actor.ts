/** Who does something: every function of `lib/<noun>` takes it first and asks `can()`. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  isAdmin: boolean;
  /** the language that the person chose for pages, for example "de"; null: none */
  locale: string | null;
  /** the most that is allowed here: an access token for viewing never edits, whoever holds it */
  ceiling: 'view' | 'edit';
  /** their own browser writes the content: no editor in between keeps them to comments or proposed changes */
  writesByHand?: boolean;
  /** the client's address, or null where it cannot be known */
  address: string | null;
  /** the session that this comes from; null for the command line and for tokens without one */
  sessionId: string | null;
};

/** What an actor is made of: a row of the table of users, or as much of it. */
export type Person = { id: string; name: string; email: string; role: string; locale: string | null };

/** The actor that a person is, seen from one door. */
export function actorOf(
  person: Person,
  extras: Pick<Actor, 'ceiling' | 'writesByHand' | 'address' | 'sessionId'>,
): Actor {
  return {
    userId: person.id,
    name: person.name,
    email: person.email,
    isAdmin: person.role === 'admin',
    locale: person.locale,
    ceiling: extras.ceiling,
    writesByHand: extras.writesByHand ?? false,
    address: extras.address,
    sessionId: extras.sessionId,
  };
}
