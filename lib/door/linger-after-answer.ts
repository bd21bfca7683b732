import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long, and for how many bytes more, a client is listened to that goes on sending after its answer. */
const linger = { ms: 2_000, bytes: 1024 * 1024, lookEveryMs: 50 };

/**
 * A refusal may come before the body has been read. RFC 9112, 9.6: "If a server receives additional data from the
 * client on a fully closed connection", the client "could lose the answer"; so the answer says `Connection: close`,
 * our half of the connection closes behind it, and what the client still sends is dropped for a while before the
 * rest closes. Without this the next request on the connection would wait for the whole body.
 */
export function lingerAfterAnswer(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { writeHead } = outgoing;
  // A request whose body is given up has no socket any more.
  const { socket } = incoming;
  outgoing.writeHead = (status: number, ...rest: unknown[]): ServerResponse => {
    if (status >= 400 && !incoming.complete) {
      outgoing.setHeader('connection', 'close');
      closeSlowly(incoming, socket);
    }
    return Reflect.apply(writeHead, outgoing, [status, ...rest]);
  };
}

/**
 * Node closes the socket of a last answer by `destroySoon`, which resets a client that is still sending. Others ask for
 * that end too, so it may be asked for again while it lingers.
 */
function closeSlowly(incoming: IncomingMessage, socket: Socket): void {
  let isClosing = false;
  socket.destroySoon = () => {
    if (isClosing) return;
    isClosing = true;
    socket.end();
    incoming.removeAllListeners('data');
    incoming.resume();
    const start = { at: Date.now(), bytes: socket.bytesRead };
    const look = setInterval(() => {
      const isOver = Date.now() - start.at >= linger.ms || socket.bytesRead - start.bytes > linger.bytes;
      if (isOver || incoming.complete) socket.destroy();
    }, linger.lookEveryMs);
    socket.once('close', () => clearInterval(look));
  };
}
