import { initialsOf, toneOf } from '@/lib/shared/initials';

/** The initials of a person, in a colour that stays theirs. Decoration: the name stands beside it. */
export function Avatar({ name, personId, small = false }: { name: string; personId: string; small?: boolean }) {
  return (
    <span className="avatar" data-tone={toneOf(personId)} data-small={small || undefined} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
