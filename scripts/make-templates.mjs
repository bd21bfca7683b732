// Makes the blank templates of "New" from hand-written parts. Same bytes each time.
// usage: node scripts/make-templates.mjs
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { document } from './templates/document.mjs';
import { head } from './templates/package.mjs';
import { presentation } from './templates/presentation.mjs';
import { spreadsheet } from './templates/spreadsheet.mjs';

const folder = path.resolve(import.meta.dirname, '../lib/documents/templates');
for (const [extension, parts] of Object.entries({ docx: document(), xlsx: spreadsheet(), pptx: presentation() })) {
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]));
  writeFileSync(
    path.join(folder, `blank.${extension}`),
    zipSync(files, { level: 9, mtime: new Date('2024-01-01T00:00:00') }),
  );
}
