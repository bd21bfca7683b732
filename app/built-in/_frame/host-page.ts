import type { EditorMessage, HostMessage } from '@/lib/shared/post-message';

/** Tells the host page something, in the form of every WOPI client: `{"MessageId","SendTime","Values"}`. */
export function tellHostPage(id: EditorMessage['id'], values: Record<string, unknown> = {}): void {
  window.parent.postMessage(
    JSON.stringify({ MessageId: id, SendTime: Date.now(), Values: values }),
    window.location.origin,
  );
}

/**
 * Calls back for each message of the host page. Only the page around this frame is heard, and only from this origin.
 * @returns ends it
 */
export function hearHostPage(callback: (id: HostMessage['id'], values: Record<string, unknown>) => void): () => void {
  const listen = (event: MessageEvent) => {
    if (event.source !== window.parent || event.origin !== window.location.origin) return;
    if (typeof event.data !== 'string' || !event.data.startsWith('{')) return;
    const message: { MessageId?: HostMessage['id']; Values?: Record<string, unknown> } = JSON.parse(event.data);
    if (message.MessageId) callback(message.MessageId, message.Values ?? {});
  };
  window.addEventListener('message', listen);
  return () => window.removeEventListener('message', listen);
}
