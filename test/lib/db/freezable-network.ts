import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can freeze: then bytes go neither to nor fro, and no connection is closed. */
export async function freezableNetwork(to: { host: string; port: number }) {
  const pairs = new Set<[Socket, Socket]>();
  const frozen = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const pair: [Socket, Socket] = [near, connect(to.port, to.host)];
    const [, far] = pair;
    pairs.add(pair);
    for (const socket of pair) socket.on('error', () => {});
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    freeze() {
      for (const pair of pairs) {
        const [near, far] = pair;
        frozen.add(pair);
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    thaw() {
      for (const [near, far] of frozen) near.pipe(far).pipe(near);
      frozen.clear();
    },
    /** Cuts all connections; with `forGood` none is accepted any more. */
    cut(options: { forGood: boolean }) {
      if (options.forGood) server.close();
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      pairs.clear();
    },
  };
}
