import { doubleByteCodec, type LongRead, type LongWrite } from './double-byte';
import { readEach } from './pair-table';

const leadOfThree = 0x8f;
const first = 0xa1;
const rows = 94;

/** JIS X 0212: three bytes, of which the first is 0x8f. */
function threeByteTable(): string[] {
  const sequences = new Uint8Array(rows * rows * 4);
  for (let index = 0; index < rows * rows; index += 1) {
    sequences.set([leadOfThree, first + Math.floor(index / rows), first + (index % rows), 0x0a], index * 4);
  }
  return readEach('euc-jp', sequences);
}

/** EUC-JP: JIS X 0208 in pairs, JIS X 0212 in threes. */
export function eucJpCodec() {
  const chars = threeByteTable();
  const read: LongRead = (bytes, at) => {
    const [lead, row = 0, column = 0] = bytes.subarray(at, at + 3);
    if (lead !== leadOfThree || row < first || column < first) return null;
    const char = chars[(row - first) * rows + column - first];
    return char ? { char, length: 3 } : null;
  };
  let indexes: Map<string, number> | null = null;
  const write: LongWrite = (char) => {
    indexes ??= new Map(chars.map((each, index) => [each, index]));
    const index = char === '' ? undefined : indexes.get(char);
    return index === undefined ? null : [leadOfThree, first + Math.floor(index / rows), first + (index % rows)];
  };
  return doubleByteCodec('euc-jp', read, write);
}
