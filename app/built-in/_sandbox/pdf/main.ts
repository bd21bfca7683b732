'use client';

import '../sandbox.css';
import './pdf.css';
import { handLinksOut } from '@/app/built-in/_sandbox/hand-links-out';
import { makePlace } from '@/app/built-in/_sandbox/make-place';
import { runSandbox } from '@/app/built-in/_sandbox/run-sandbox';
import { AssetStore } from './asset-store';
import { openPdf } from './open-pdf';
import { PdfPages } from './pdf-pages';

let pages: PdfPages | null = null;
let assets: AssetStore | null = null;
let answerPassword: (text: string) => void = () => undefined;

runSandbox(
  async ({ bytes, name, words }, port) => {
    const store = new AssetStore(port);
    assets = store;
    const place = makePlace(name);
    handLinksOut(port);
    const askPassword = (isWrong: boolean) =>
      new Promise<string>((resolve) => {
        answerPassword = resolve;
        port.tell({ kind: 'password', isWrong });
      });
    const pdf = await openPdf({ bytes, assets: store, askPassword });
    pages = new PdfPages(place, (state) => port.tell({ kind: 'state', ...state }));
    await pages.show(pdf, words);
  },
  (message) => {
    if (message.kind === 'zoom') pages?.change(message.to);
    if (message.kind === 'page') pages?.goTo(message.number);
    if (message.kind === 'password') answerPassword(message.text);
    if (message.kind === 'asset') assets?.arrived(message.name, message.bytes);
  },
);
