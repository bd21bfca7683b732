import { ChangeSet, Text } from '@codemirror/state';
import type { Edge, SourceText } from './source-text';

/** A range of the text that was read, and what stands there now. */
export type SourceChange = { from: Edge; to: Edge; insert: string };

type Narrow = { from: number; to: number; insert: string };

/** The one change that leads from one text to another: all between what they begin and what they end with. */
export function changeBetween(before: string, now: string): ChangeSet {
  const { from, to, insert } = narrowed({ from: 0, to: before.length, insert: now }, before);
  return ChangeSet.of({ from, to, insert: Text.of(insert.split('\n')) }, before.length);
}

/**
 * The changes, less what puts back what stood there before. None begins or ends inside of a character: that is then
 * part of what is new.
 */
export function changesOfSource(source: SourceText, changes: ChangeSet): SourceChange[] {
  const { text } = source;
  const narrow: Narrow[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => {
    const change = narrowed({ from, to, insert: inserted.toString() }, text);
    if (change.from < change.to || change.insert !== '') narrow.push(change);
  });
  const edges = source.edgesAt(
    narrow.flatMap(({ from, to }) => [
      { position: from, after: false },
      { position: to, after: true },
    ]),
  );
  const found: (Narrow & { first: Edge; last: Edge })[] = [];
  for (const [index, change] of narrow.entries()) {
    const [first = source.start, last = source.start] = edges.slice(index * 2, index * 2 + 2);
    const before = found.at(-1);
    if (before === undefined || before.last.units <= first.units) found.push({ ...change, first, last });
    else {
      // Both change the same character.
      before.insert += text.slice(before.to, change.from) + change.insert;
      before.to = change.to;
      before.last = last;
    }
  }
  return found.map(({ from, to, insert, first, last }) => ({
    from: first,
    to: last,
    insert: text.slice(first.units, from) + insert + text.slice(to, last.units),
  }));
}

/** A change without what the removed and the new begin and end with alike. */
function narrowed({ from, to, insert }: Narrow, text: string): Narrow {
  const most = Math.min(to - from, insert.length);
  let head = 0;
  while (head < most && text.charCodeAt(from + head) === insert.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(to - 1 - tail) === insert.charCodeAt(insert.length - 1 - tail)) {
    tail += 1;
  }
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
