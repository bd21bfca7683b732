import { type Opened, openedId } from './opened';

/** What the page of this frame was given; the host wrote it there. */
export function readOpened(): Opened {
  return JSON.parse(document.getElementById(openedId)?.textContent ?? '{}');
}
