import { foldName } from './file-names';
import { fileType } from './file-type';
import { splitName } from './split-name';

/** How a search sees a name: case and accents folded, so that "resume" finds "Résumé". */
export function searchKey(text: string): string {
  return foldName(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

/**
 * What lists sort a name by, compared by code points: accents and case do not count before letters do, "Letter 2"
 * comes before "Letter 10", and "Letter.docx" before "Letter (1).docx".
 */
export function sortKey(name: string): string {
  const { base, extension } = splitName(name);
  return [natural(base), natural(extension), foldName(name)].join('\u0001');
}

function natural(text: string): string {
  return searchKey(text).replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '');
    return String.fromCodePoint(0x30 + Math.min(number.length, 0x4a)) + number;
  });
}

/** The columns of a document's or a folder's row that follow from its name, while it is not in the trash. */
export function nameColumns(name: string) {
  return { name, liveName: foldName(name), sortName: sortKey(name), searchName: searchKey(name) };
}

/** The same for a document, with what its name says it is. */
export function documentNameColumns(name: string) {
  return { ...nameColumns(name), kind: fileType(name).kind };
}
