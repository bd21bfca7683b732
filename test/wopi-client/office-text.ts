import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const parts: Record<string, string> = {
  docx: 'word/document.xml',
  xlsx: 'xl/sharedStrings.xml',
  pptx: 'ppt/slides/slide1.xml',
};

/** The text of a document: of the main part of an Office file, or the bytes as UTF-8. */
export function textOfDocument(name: string, bytes: Uint8Array): string {
  const part = parts[extensionOf(name)];
  if (!part || bytes[0] !== 0x50) return Buffer.from(bytes).toString('utf8');
  const xml = unzipSync(bytes)[part];
  if (!xml) return '';
  return strFromU8(xml)
    .replace(/<\/(w|a):p>|<\/si>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** The document with another text: really in the .docx, so that another program reads it there. */
export function withText(name: string, bytes: Uint8Array, text: string): Buffer {
  const extension = extensionOf(name);
  const part = parts[extension];
  if (!part || bytes[0] !== 0x50) return Buffer.from(text, 'utf8');
  const files = unzipSync(bytes);
  if (extension === 'docx') {
    const xml = strFromU8(files[part] ?? strToU8(''));
    const paragraphs = text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
    const section = /<w:sectPr[\s\S]*<\/w:sectPr>|<w:sectPr[^>]*\/>/.exec(xml)?.[0] ?? '';
    files[part] = strToU8(
      xml.replace(/<w:body>[\s\S]*<\/w:body>/, () => `<w:body>${paragraphs.join('')}${section}</w:body>`),
    );
  } else {
    // Sheets and slides keep their parts; the text goes into the core properties, where it can be found again.
    files['docProps/stand-in.txt'] = strToU8(text);
  }
  return Buffer.from(zipSync(files as Zippable));
}

function extensionOf(name: string): string {
  return /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
