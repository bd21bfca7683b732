import path from 'node:path';

export type TemplateKind = 'document' | 'spreadsheet' | 'presentation';

const extensions: Readonly<Record<TemplateKind, string>> = {
  document: '.docx',
  spreadsheet: '.xlsx',
  presentation: '.pptx',
};

/**
 * Where the blank template of a kind lies, and its extension. The path is found from the working folder:
 * bundles lie elsewhere than their source.
 */
export function blankTemplate(kind: TemplateKind): { path: string; extension: string } {
  const extension = extensions[kind];
  return { path: path.join(process.cwd(), 'lib', 'documents', 'templates', `blank${extension}`), extension };
}
