'use client';

import { newId } from '@/lib/shared/new-id';
import type { ItemRef } from './item';

/**
 * Downloads items as one zip, asked for by a form: an address has no room for hundreds of them. The browser stores
 * the answer while it comes; one that refuses stays in a frame that nobody sees, from where its sentence is read.
 */
export function postZip(items: readonly ItemRef[], onRefused: (sentence: string) => void): void {
  const frame = newFrame();
  frame.addEventListener('load', () => {
    const text = frame.contentDocument?.body.textContent ?? '';
    if (text === '') return;
    onRefused(sentenceIn(frame.contentDocument?.querySelector('pre')?.textContent ?? text));
    frame.remove();
  });
  const form = Object.assign(document.createElement('form'), {
    method: 'post',
    action: '/api/zip',
    target: frame.name,
    hidden: true,
  });
  for (const { kind, id } of items) {
    form.append(Object.assign(document.createElement('input'), { name: 'item', value: `${kind}:${id}` }));
  }
  document.body.append(form);
  form.submit();
  form.remove();
}

/** A frame of its own each time; one that is removed before its download has begun would stop it. */
function newFrame(): HTMLIFrameElement {
  const frame = Object.assign(document.createElement('iframe'), { name: `zip-${newId()}`, hidden: true });
  document.body.append(frame);
  return frame;
}

/** The sentence of an answer of ours; '' of any other. */
function sentenceIn(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    const sentence: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'message') : null;
    return typeof sentence === 'string' ? sentence : '';
  } catch {
    return '';
  }
}
