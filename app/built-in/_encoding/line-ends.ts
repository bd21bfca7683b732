/** `mixed`: line ends of more than one kind, which stay in the text as they are. */
export type LineEnd = '\n' | '\r\n' | '\r' | 'mixed';

export function lineEndOf(text: string): LineEnd {
  const kinds = new Set<'\n' | '\r\n' | '\r'>();
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) {
    kinds.add(end === '\r\n' ? end : end === '\r' ? end : '\n');
    if (kinds.size > 1) return 'mixed';
  }
  const [only = '\n'] = kinds;
  return only;
}

/** A text as an editor holds it: lines ended by `\n`, except where the ends are mixed. */
export function withPlainEnds(text: string, lineEnd: LineEnd): string {
  return lineEnd === '\r\n' || lineEnd === '\r' ? text.split(lineEnd).join('\n') : text;
}

/** The other way round. */
export function withOwnEnds(text: string, lineEnd: LineEnd): string {
  return lineEnd === '\r\n' || lineEnd === '\r' ? text.split('\n').join(lineEnd) : text;
}
