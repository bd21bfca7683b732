import { isText } from './built-in-types';
import { splitName } from './split-name';

export const fileKinds = ['doc', 'sheet', 'slides', 'pdf', 'image', 'text', 'other'] as const;
export type FileKind = (typeof fileKinds)[number];

type FileType = { kind: FileKind; contentType: string; label: string };

const office = 'application/vnd.openxmlformats-officedocument.';
const open = 'application/vnd.oasis.opendocument.';
const other: FileType = { kind: 'other', contentType: 'application/octet-stream', label: 'File' };
const jpeg: FileType = { kind: 'image', contentType: 'image/jpeg', label: 'Image' };
const text: FileType = { kind: 'text', contentType: 'text/plain', label: 'Text' };

const types: Readonly<Record<string, FileType>> = {
  docx: { kind: 'doc', contentType: `${office}wordprocessingml.document`, label: 'Document' },
  doc: { kind: 'doc', contentType: 'application/msword', label: 'Document' },
  odt: { kind: 'doc', contentType: `${open}text`, label: 'Document' },
  rtf: { kind: 'doc', contentType: 'application/rtf', label: 'Document' },
  xlsx: { kind: 'sheet', contentType: `${office}spreadsheetml.sheet`, label: 'Spreadsheet' },
  xls: { kind: 'sheet', contentType: 'application/vnd.ms-excel', label: 'Spreadsheet' },
  ods: { kind: 'sheet', contentType: `${open}spreadsheet`, label: 'Spreadsheet' },
  csv: { kind: 'sheet', contentType: 'text/csv', label: 'Table' },
  pptx: { kind: 'slides', contentType: `${office}presentationml.presentation`, label: 'Presentation' },
  ppt: { kind: 'slides', contentType: 'application/vnd.ms-powerpoint', label: 'Presentation' },
  odp: { kind: 'slides', contentType: `${open}presentation`, label: 'Presentation' },
  pdf: { kind: 'pdf', contentType: 'application/pdf', label: 'PDF' },
  png: { kind: 'image', contentType: 'image/png', label: 'Image' },
  apng: { kind: 'image', contentType: 'image/png', label: 'Image' },
  jpg: jpeg,
  jpeg,
  // Chrome and Windows save JPEG pictures by these names.
  jpe: jpeg,
  jfif: jpeg,
  pjpeg: jpeg,
  pjp: jpeg,
  gif: { kind: 'image', contentType: 'image/gif', label: 'Image' },
  webp: { kind: 'image', contentType: 'image/webp', label: 'Image' },
  avif: { kind: 'image', contentType: 'image/avif', label: 'Image' },
  bmp: { kind: 'image', contentType: 'image/bmp', label: 'Image' },
  svg: { kind: 'image', contentType: 'image/svg+xml', label: 'Image' },
  txt: { kind: 'text', contentType: 'text/plain', label: 'Text' },
  md: { kind: 'text', contentType: 'text/markdown', label: 'Text' },
  json: { kind: 'text', contentType: 'application/json', label: 'Text' },
  xml: { kind: 'text', contentType: 'application/xml', label: 'Text' },
  html: { kind: 'text', contentType: 'text/html', label: 'Text' },
  zip: { kind: 'other', contentType: 'application/zip', label: 'Archive' },
};

/** What a file is by its name: for icons, labels and the type of a request to a Document Server. */
export function fileType(name: string): FileType {
  const extension = splitName(name).extension.slice(1).toLowerCase();
  const known = Object.hasOwn(types, extension) ? types[extension] : undefined;
  // A name without an extension may be anything.
  return known ?? (extension !== '' && isText(name) ? text : other);
}

/** Extensions whose bytes are served with their own type; a browser runs nothing in any of them. */
const harmless = new Set([
  'docx',
  'doc',
  'odt',
  'rtf',
  'xlsx',
  'xls',
  'ods',
  'pptx',
  'ppt',
  'odp',
  'pdf',
  'png',
  'apng',
  'jpg',
  'jpeg',
  'jpe',
  'jfif',
  'pjpeg',
  'pjp',
  'gif',
  'webp',
  'zip',
]);

/** The type that a download is served with: its own where that is harmless, else plain bytes. */
export function servedContentType(name: string): string {
  const extension = splitName(name).extension.slice(1).toLowerCase();
  return (harmless.has(extension) ? fileType(name) : other).contentType;
}
