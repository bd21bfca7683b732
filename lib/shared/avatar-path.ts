import { initialsOf, toneOf } from './initials';

/**
 * Where the picture of a person is, for editors that show one. Everything that it shows is in the path, so
 * that it needs no cookie and tells nobody anything.
 */
export function avatarPath(person: { id: string; name: string }): string {
  return `/api/avatar/${toneOf(person.id)}-${encodeURIComponent(initialsOf(person.name))}.svg`;
}

/** What a path of {@link avatarPath} shows; null for a name that it never gives. */
export function readAvatarName(name: string): { tone: number; initials: string } | null {
  const match = /^([0-2])-(.{1,8})\.svg$/su.exec(name);
  if (!match?.[2] || [...match[2]].length > 4) return null;
  return { tone: Number(match[1]), initials: match[2] };
}
