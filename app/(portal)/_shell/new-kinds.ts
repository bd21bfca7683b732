/** What New makes; the extension is fixed. */
export const newKinds = ['document', 'spreadsheet', 'presentation', 'text', 'markdown'] as const;
export type NewKind = (typeof newKinds)[number];

export const extensionOf: Readonly<Record<NewKind | 'folder', string>> = {
  document: '.docx',
  spreadsheet: '.xlsx',
  presentation: '.pptx',
  text: '.txt',
  markdown: '.md',
  folder: '',
};

/** What New offers: only what can be edited then. Office documents need a Document Server. */
export function offeredKinds(hasDocumentServer: boolean): readonly NewKind[] {
  return newKinds.filter((kind) => hasDocumentServer || kind === 'text' || kind === 'markdown');
}

/** What can be begun anywhere in the portal. */
export type Beginning = NewKind | 'folder' | 'keys';
