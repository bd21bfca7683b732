import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How many requests of one connection may be without an answer. No client that waits for its answers has two. */
const mostUnanswered = 8;

type Turn = { incoming: IncomingMessage; outgoing: ServerResponse };

/**
 * A listener that works the requests of a connection off one by one. Node reads on and hands over all that a client
 * pipelines (RFC 9112, 9.3.2): two thousand requests lie in one packet, and each would be worked at, at the same time
 * and to its end, whether or not somebody still waits. A request begins here when the one before it has been answered,
 * and not at all when its answer could no longer be sent. A client that has more than eight without an answer is cut.
 */
export function boundPipeline(listener: RequestListener): RequestListener {
  // The first of a line is the one that is worked at.
  const lines = new WeakMap<Socket, Turn[]>();

  const begin = (socket: Socket, line: Turn[]): void => {
    const [turn] = line;
    if (!turn) return;
    // Only the answer whose turn it is has the socket: of those behind it Node would not say that they are over.
    turn.outgoing.once('close', () => {
      line.shift();
      if (!socket.writable) line.length = 0;
      begin(socket, line);
    });
    listener(turn.incoming, turn.outgoing);
  };

  return (incoming, outgoing) => {
    const { socket } = incoming;
    // Node hands over the rest of a packet also when the connection has been cut, or its last answer sent.
    if (!socket.writable) return;
    const line = lines.get(socket) ?? [];
    lines.set(socket, line);
    if (line.length >= mostUnanswered) {
      socket.destroy();
      return;
    }
    line.push({ incoming, outgoing });
    if (line.length === 1) begin(socket, line);
  };
}
