'use client';

import '../sandbox.css';
import './image.css';
import { makePlace } from '@/app/built-in/_sandbox/make-place';
import { runSandbox } from '@/app/built-in/_sandbox/run-sandbox';
import { loadPicture } from './load-picture';
import { PictureZoom } from './picture-zoom';

let zoom: PictureZoom | null = null;

runSandbox(
  async ({ bytes, name }, port) => {
    const picture = await loadPicture(bytes, name);
    makePlace(name).append(picture);
    zoom = new PictureZoom(picture, name.toLowerCase().endsWith('.svg'), (state) =>
      port.tell({ kind: 'state', ...state, page: 0, pages: 0 }),
    );
    zoom.change('fit');
  },
  (message) => {
    if (message.kind === 'zoom') zoom?.change(message.to);
  },
);
