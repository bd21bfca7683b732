import type { IncomingMessage } from 'node:http';

/**
 * Cuts a request whose body has begun and on which the client then moves nothing for `afterMs` milliseconds. A body
 * that lies here unread waits for us, and that time does not count.
 */
export function cutSilentBody(incoming: IncomingMessage, afterMs = 60_000): void {
  const { socket } = incoming;
  let seen = socket.bytesRead;
  let movedAt = Date.now();
  const look = setInterval(() => {
    if (incoming.complete) {
      clearInterval(look);
      return;
    }
    const isOurs = incoming.readableLength > 0;
    if (isOurs || socket.bytesRead !== seen) {
      seen = socket.bytesRead;
      movedAt = Date.now();
    } else if (Date.now() - movedAt >= afterMs) socket.destroy();
  }, afterMs / 6);
  look.unref();
  socket.once('close', () => clearInterval(look));
}
