'use client';

import '../sandbox.css';
import './docx.css';
import { handLinksOut } from '@/app/built-in/_sandbox/hand-links-out';
import { runSandbox } from '@/app/built-in/_sandbox/run-sandbox';
import { PageZoom } from './page-zoom';
import { showDocx } from './show-docx';

let zoom: PageZoom | null = null;

runSandbox(
  async ({ bytes, words }, port) => {
    const place = document.createElement('main');
    document.body.replaceChildren(place);
    handLinksOut(port);
    await showDocx(bytes, place, words);
    zoom = new PageZoom(place, (state) => port.tell({ kind: 'state', ...state, page: 0, pages: 0 }));
    zoom.fit();
  },
  (message) => {
    if (message.kind === 'zoom') zoom?.change(message.to);
  },
);
