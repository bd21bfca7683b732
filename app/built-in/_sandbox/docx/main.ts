'use client';

import '../sandbox.css';
import './docx.css';
import { handLinksOut } from '@/app/built-in/_sandbox/hand-links-out';
import { makePlace } from '@/app/built-in/_sandbox/make-place';
import { runSandbox } from '@/app/built-in/_sandbox/run-sandbox';
import { PageZoom } from './page-zoom';
import { showDocx } from './show-docx';

let zoom: PageZoom | null = null;

runSandbox(
  async ({ bytes, name, words }, port) => {
    const place = makePlace(name);
    handLinksOut(port);
    await showDocx(bytes, place, words);
    zoom = new PageZoom(place, (state) => port.tell({ kind: 'state', ...state, page: 0, pages: 0 }));
    zoom.fit();
  },
  (message) => {
    if (message.kind === 'zoom') zoom?.change(message.to);
  },
);
