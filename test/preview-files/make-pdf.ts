import { createHash } from 'node:crypto';

type PdfInput = {
  /** one line of text for each page */
  pages: string[];
  /** entries of the catalogue, as PDF writes them */
  catalog?: string;
  /** annotations of the first page, as PDF writes them */
  annotations?: string[];
  /** what the reader must enter */
  password?: string;
};

/** A small PDF, each page of A4 with a line of text. */
export function makePdf({ pages, catalog = '', annotations = [], password }: PdfInput): Buffer {
  const id = '00112233445566778899aabbccddeeff';
  const lock = password === undefined ? null : lockWith(password, Buffer.from(id, 'hex'));
  const first = 4;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, index) => {
      const content = Buffer.from(`BT /F1 24 Tf 72 720 Td (${text}) Tj ET`, 'latin1');
      const number = first + 2 * index + 1;
      const stream = (lock ? lock.seal(number, content) : content).toString('latin1');
      const links = index === 0 && annotations.length > 0 ? `/Annots [${annotations.join(' ')}]` : '';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number} 0 R ${links} >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
    ...(lock ? [lock.dictionary] : []),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = lock ? `/Encrypt ${objects.length} 0 R /ID [<${id}> <${id}>]` : '';
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypt} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);

/** The standard security handler, revision 2 (ISO 32000-1, 7.6.3). */
function lockWith(password: string, id: Buffer) {
  const permissions = Buffer.from('fcffffff', 'hex');
  const owner = rc4(md5(padded(password)).subarray(0, 5), padded(password));
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5);
  const user = rc4(key, padding);
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`,
    seal(number: number, content: Buffer): Buffer {
      return rc4(md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), content);
    },
  };
}

/** Node's own crypto has it no more. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
