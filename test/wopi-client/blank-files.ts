import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A name with the extension that bytes are of, by their first parts: a session outlives renames, so its name is of no use. */
export function nameByBytes(content: Buffer | null): string {
  const bytes = content ?? Buffer.alloc(0);
  if (bytes.includes('word/document.xml')) return 'x.docx';
  if (bytes.includes('xl/workbook.xml')) return 'x.xlsx';
  return bytes.includes('ppt/presentation.xml') ? 'x.pptx' : 'x.txt';
}

/** What an editor fills an empty document of this name with. */
export function template(name: string): Buffer {
  const extension = /\.(docx|xlsx|pptx)$/i.exec(name)?.[1]?.toLowerCase();
  if (!extension) return Buffer.from('\n');
  return readFileSync(path.resolve(`lib/documents/templates/blank.${extension}`));
}
