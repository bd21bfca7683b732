import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CannotShow } from '@/app/built-in/_sandbox/cannot-show';
import type { AssetStore } from './asset-store';

/** What pdf.js reads beside the document, and the folder of ours that it is in. */
const folders: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'fonts',
  wasmUrl: 'wasm',
};

/**
 * Opens a PDF in pdf.js' worker. No script of the document is run, no form of the XFA kind is built, and what pdf.js
 * needs comes from `assets`.
 * @param input.askPassword called until the password is right
 * @throws CannotShow
 */
export async function openPdf(input: {
  bytes: ArrayBuffer;
  assets: AssetStore;
  askPassword: (isWrong: boolean) => Promise<string>;
}): Promise<PDFDocumentProxy> {
  const { assets } = input;
  if (!isPdf(new Uint8Array(input.bytes))) throw new CannotShow('wrong-type');
  const script = new Blob([await assets.load('worker.js')], { type: 'text/javascript' });
  GlobalWorkerOptions.workerPort = new Worker(URL.createObjectURL(script));
  const task = getDocument({
    data: input.bytes,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    // Fonts that a document leaves out come from ours; the browser's own would be asked for by address.
    useSystemFonts: false,
    BinaryDataFactory: class {
      fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
        return assets.load(`${folders[kind]}/${filename}`);
      }
    },
    // Not fetched: pdf.js wants to be told that they exist.
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'fonts/',
    wasmUrl: 'wasm/',
    // A picture in a document that would take more memory than a page may have is left out.
    maxImageSize: 100_000_000,
    verbosity: 0,
  });
  task.onPassword = (use: (password: string) => void, reason: number) => {
    // 2: the one that was given is wrong.
    input.askPassword(reason === 2).then(use);
  };
  try {
    return await task.promise;
  } catch {
    throw new CannotShow('damaged');
  }
}

/** The header may stand behind some bytes of a mail program or a printer. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}
