/** The initials of a person, in a colour that stays theirs. Decoration: the name stands beside it. */
export function Avatar({ name, personId, small = false }: { name: string; personId: string; small?: boolean }) {
  return (
    <span className="avatar" data-tone={toneOf(personId)} data-small={small || undefined} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s.@_-]+/u)
    .filter(Boolean);
  const [first = '?'] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}

function toneOf(personId: string): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 3;
}
