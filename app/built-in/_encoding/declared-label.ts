import { splitName } from '@/lib/shared/split-name';

/** How far into a text a declaration may stand: browsers look as far for HTML's. */
const searched = 1024;

/** What a text says of its own encoding, where in the text that word stands, and in which language. */
export type Declared = { label: string; from: number; to: number; kind: 'xml' | 'html' | 'css' | 'comment' };

/** XML 1.0, 2.8: `<?xml version="1.0" encoding="…"?>` at the very beginning. */
const xml = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(["'])([\w.:-]+)\1/d;

/** HTML: `<meta charset=…>` or `<meta http-equiv content="…; charset=…">`. */
const meta = /<meta\s[^>]*?\bcharset\s*=\s*(["']?)\s*([\w.:-]+)/di;

/** CSS: `@charset "…";` at the very beginning. */
const style = /^@charset (")([\w.:-]+)";/d;

/** Python (PEP 263), Ruby, Emacs and Vim: a comment with `coding: …` in one of the first two lines. */
const comment = /^(?:[^\n]*\n)?[^\S\n]*(#|\/\/|;|--)[^\n]*?coding[:=][^\S\n]*([\w.-]+)/d;

const html = new Set(['.html', '.htm', '.xhtml', '.xht', '.shtml']);
const scripts = new Set(['.py', '.pyi', '.rb', '.el', '.lisp', '.pl', '.pm', '.tcl', '.lua', '.sql', '.sh']);

/**
 * The encoding that a text declares: XML wherever it begins like XML, the others in files of their kind, since a text
 * about HTML may hold a `meta` that is not its own.
 * @param text its beginning; of bytes that are not read yet, one character for each byte
 */
export function declaredLabel(text: string, name: string): Declared | null {
  const extension = splitName(name).extension.toLowerCase();
  const kinds = [
    { kind: 'xml' as const, pattern: xml },
    ...(html.has(extension) ? [{ kind: 'html' as const, pattern: meta }] : []),
    ...(extension === '.css' ? [{ kind: 'css' as const, pattern: style }] : []),
    ...(scripts.has(extension) ? [{ kind: 'comment' as const, pattern: comment }] : []),
  ];
  const beginning = text.slice(0, searched);
  for (const { kind, pattern } of kinds) {
    const found = pattern.exec(beginning);
    const place = found?.indices?.[2];
    if (found?.[2] && place) return { label: found[2], from: place[0], to: place[1], kind };
  }
  return null;
}
