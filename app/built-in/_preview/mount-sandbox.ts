import type { FromSandbox, ToSandbox } from '@/app/built-in/_sandbox/messages';
import type { PreviewKind } from '@/lib/shared/built-in-types';
import { readSandboxMessage } from './read-sandbox-message';

/** A sandbox that gives no sign of life for so long hangs. It gives one each second while it can. */
const patienceMs = 30_000;

export type Sandbox = {
  tell: (message: ToSandbox, transfer?: Transferable[]) => void;
  focus: () => void;
  remove: () => void;
};

type SandboxInput = {
  kind: PreviewKind;
  title: string;
  hear: (message: FromSandbox) => void;
  /** it does not answer, or not any more; it is taken away */
  onHang: () => void;
};

/**
 * Puts the frame that shows a document into `place`: a page without an origin, which gets a port to this one and
 * nothing else.
 */
export function mountSandbox(place: HTMLElement, { kind, title, hear, onHang }: SandboxInput): Sandbox {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.referrerPolicy = 'no-referrer';
  frame.src = `/built-in/sandbox/${kind}`;
  const channel = new MessageChannel();
  const remove = () => {
    clearInterval(watch);
    channel.port1.close();
    frame.remove();
  };
  let waited = 0;
  // Counted, not timed: a tab in the background or a laptop asleep does not count.
  const watch = setInterval(() => {
    waited = document.hidden ? 0 : waited + 1_000;
    if (waited < patienceMs) return;
    remove();
    onHang();
  }, 1_000);
  channel.port1.onmessage = ({ data }) => {
    waited = 0;
    const message = readSandboxMessage(data);
    if (message) hear(message);
  };
  frame.addEventListener(
    'load',
    // Only `*` reaches a page without an origin. What goes this way is the port alone, and into our own page.
    () => frame.contentWindow?.postMessage('port', '*', [channel.port2]),
    { once: true },
  );
  place.replaceChildren(frame);
  return {
    tell: (message, transfer = []) => channel.port1.postMessage(message, transfer),
    focus: () => frame.focus(),
    remove,
  };
}
