import { expect, test } from 'vitest';
import { german } from '@/lib/shared/messages/de/german';
import { english } from '@/lib/shared/messages/en/english';

/** What a function of a dictionary is tried with: texts, one of something, several. */
const samples = [
  ['ω', 'ψ'],
  [1, 1],
  [3, 2],
];

/** Every text of a dictionary by its path; a function stands for what it says to each sample. */
function textsOf(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') {
    const texts = samples.flatMap((sample, n) => {
      try {
        return [[`${path}(${n})`, String(words(...sample))] as const];
      } catch {
        // A function for texts is not asked about numbers.
        return [];
      }
    });
    return new Map(texts);
  }
  if (words === null || typeof words !== 'object') throw new Error(`${path} is no text`);
  return new Map(Object.entries(words).flatMap(([key, each]) => [...textsOf(each, path ? `${path}.${key}` : key)]));
}

const inEnglish = textsOf(english);
const inGerman = textsOf(german);

/** Words that are the same in both languages. */
const sameWords = new Set(
  'Document Server Name Uploads Lectern Version Details Text PDF Markdown UTF LE BE Latin LF CRLF CR'.split(' '),
);

/** Whether a text consists of such words, and of what goes into it. */
const isSameInBoth = (text: string) =>
  (text.match(/\p{L}+/gu) ?? []).every((word) => sameWords.has(word) || /^[ωψ]$/.test(word));

test('German says everything that English says, and nothing else', () => {
  expect(inEnglish.size).toBeGreaterThan(150);
  // What a function says to the second and third sample depends on what it takes.
  const paths = (texts: Map<string, string>) => [...texts.keys()].map((path) => path.replace(/\(\d\)$/, ''));
  expect([...new Set(paths(inGerman))].sort()).toEqual([...new Set(paths(inEnglish))].sort());
});

test('no German text is empty, and none was left in English', () => {
  const left = [...inGerman].filter(
    ([path, text]) => text.trim() === '' || (text === inEnglish.get(path) && !isSameInBoth(text)),
  );
  expect(left).toEqual([]);
});

test('what goes into an English sentence goes into the German one', () => {
  const signs = (text = '') => ['ω', 'ψ'].filter((sign) => text.includes(sign));
  const lost = [...inGerman].filter(([path, text]) => signs(text).join() !== signs(inEnglish.get(path)).join());
  expect(lost).toEqual([]);
});

test.each([
  [
    'quotation marks come in pairs „so“',
    (text: string) => /["”]/.test(text) || !/^([^„“]*„[^„“]*“)*[^„“]*$/.test(text),
  ],
  ['nobody is shouted at', (text: string) => /!/.test(text)],
  ['nobody is called du', (text: string) => /\b(du|dein\w*|dir|dich)\b/i.test(text)],
  ['three dots are one sign', (text: string) => /\.\.\./.test(text)],
])('in German %s', (_, isWrong) => {
  expect([...inGerman].filter(([, text]) => isWrong(text))).toEqual([]);
});
