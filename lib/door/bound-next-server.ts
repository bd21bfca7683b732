import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { RequestListener, Server } from 'node:http';
import { boundPipeline } from './bound-pipeline';

/** Node tells it before it hands a request over. */
const channel = 'http.server.request.start';

/**
 * Bounds the pipelines of Next's own server, which Next makes and gives nobody: at its first request it is seen, and
 * from that request on what Next does with one is done within {@link boundPipeline}.
 */
export function boundNextServer(): void {
  const onStart = (message: unknown): void => {
    unsubscribe(channel, onStart);
    // What Node documents that it sends there.
    const { server } = message as { server: Server };
    const listeners = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on(
      'request',
      boundPipeline((incoming, outgoing) => {
        for (const listener of listeners) listener.call(server, incoming, outgoing);
      }),
    );
  };
  subscribe(channel, onStart);
}
