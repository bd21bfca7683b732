import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Cuts a request whose body has begun and on which the client then moves nothing for `afterMs` milliseconds. A body
 * that lies here unread waits for us, and that time does not count. It ends with the body or the answer, whichever
 * comes first, and leaves nothing on the connection, which may carry any number of requests. After the answer Node's
 * own `keepAliveTimeout` cuts who sends no more.
 */
export function cutSilentBody(incoming: IncomingMessage, outgoing: ServerResponse, afterMs = 60_000): void {
  const { socket } = incoming;
  let seen = socket.bytesRead;
  let movedAt = Date.now();
  const look = setInterval(() => {
    if (incoming.complete) {
      stop();
      return;
    }
    const isOurs = incoming.readableLength > 0;
    if (isOurs || socket.bytesRead !== seen) {
      seen = socket.bytesRead;
      movedAt = Date.now();
    } else if (Date.now() - movedAt >= afterMs) socket.destroy();
  }, afterMs / 6);
  look.unref();
  const stop = (): void => {
    clearInterval(look);
    incoming.off('close', stop);
    outgoing.off('close', stop);
  };
  incoming.once('close', stop);
  outgoing.once('close', stop);
}
