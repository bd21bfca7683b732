import { ChangeSet, Text } from '@codemirror/state';
import { changesOfSource } from './changes-of-source';
import type { Encoding } from './encodings';
import { SourceText } from './source-text';

/**
 * Reads the same bytes in another encoding, and makes the changes that were made meanwhile where they belong there.
 * A change that begins or ends inside of a character of the new reading takes all of it.
 */
export function readAgain(
  source: SourceText,
  changes: ChangeSet,
  encoding: Encoding,
): { source: SourceText; changes: ChangeSet } {
  const next = new SourceText(source.bytes, encoding);
  const edits = changesOfSource(source, changes);
  const edges = next.edgesAtBytes(
    edits.flatMap(({ from, to }) => [
      { position: from.cursor.at, after: false },
      { position: to.cursor.at, after: to.cursor.at > from.cursor.at },
    ]),
  );
  let behind = 0;
  const moved = edits.map(({ insert }, index) => {
    const [first = next.start, last = next.start] = edges.slice(index * 2, index * 2 + 2);
    const from = Math.max(behind, first.units);
    behind = Math.max(from, last.units);
    return { from, to: behind, insert: Text.of(insert.split('\n')) };
  });
  return { source: next, changes: ChangeSet.of(moved, next.text.length) };
}
