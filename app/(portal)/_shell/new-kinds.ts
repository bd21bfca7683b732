/** What New makes of blank templates; the extension is fixed. */
export const newKinds = ['document', 'spreadsheet', 'presentation', 'text'] as const;
export type NewKind = (typeof newKinds)[number];

export const extensionOf: Readonly<Record<NewKind | 'folder', string>> = {
  document: '.docx',
  spreadsheet: '.xlsx',
  presentation: '.pptx',
  text: '.txt',
  folder: '',
};

/** What can be begun anywhere in the portal. */
export type Beginning = NewKind | 'folder' | 'keys';
