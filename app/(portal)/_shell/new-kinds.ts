/** What New makes, each from its blank template; the extension is fixed. */
export const newKinds = ['document', 'spreadsheet', 'presentation'] as const;
export type NewKind = (typeof newKinds)[number];

export const extensionOf: Readonly<Record<NewKind, string>> = {
  document: '.docx',
  spreadsheet: '.xlsx',
  presentation: '.pptx',
};
