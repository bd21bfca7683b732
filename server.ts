import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { cookieNames } from '@/lib/auth/cookie-names';
import { readCookies } from '@/lib/auth/read-cookies';
import { sessionOfCookie } from '@/lib/auth/session-of-cookie';
import { sessionOfOwnPage } from '@/lib/auth/session-of-own-page';
import { closeDatabase } from '@/lib/db/close-database';
import { answerPlainly } from '@/lib/door/answer-plainly';
import { boundPipeline } from '@/lib/door/bound-pipeline';
import { cutSilentBody } from '@/lib/door/cut-silent-body';
import { hasLargeBody } from '@/lib/door/has-large-body';
import { lingerAfterAnswer } from '@/lib/door/linger-after-answer';
import { isWopiPath, requestTarget } from '@/lib/door/request-target';
import { env } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { announceAdministrator, prepareLectern } from '@/lib/setup/prepare';
import { clientAddress } from '@/lib/shared/client-address';
import { handleWopi } from '@/lib/wopi/handler';

/** How long requests that run may go on after the signal to stop. */
const drainMs = 30_000;

type NextApp = ReturnType<typeof next>;

const door = globalThis as typeof globalThis & { lecternNodeDoor?: boolean };

/** Next knows no others; nothing of ours is reached by one, and TRACE would give back what was sent. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

const answerWopi = getRequestListener(
  (request, { incoming }) =>
    handleWopi(request, {
      rawUrl: incoming.url ?? '/',
      rawHeaders: incoming.rawHeaders,
      address: clientAddress(incoming.socket.remoteAddress ?? null, request.headers, env().TRUSTED_PROXIES),
      sessionId: () => sessionOfOwnPage(request.headers),
    }),
  { overrideGlobalObjects: false },
);

async function main(): Promise<void> {
  const settings = env();
  const publicUrl = new URL(settings.PUBLIC_URL);
  const peer = { host: publicUrl.host, proto: publicUrl.protocol.slice(0, -1) };
  // On a laptop people type 127.0.0.1 where the portal is called localhost: to the browser that is another site,
  // whose sign-in would be refused. A proxy never stands before a portal called localhost.
  const otherNames = new Set(
    publicUrl.hostname === 'localhost' ? [`127.0.0.1:${publicUrl.port}`, `[::1]:${publicUrl.port}`] : [],
  );
  let toNext: ((incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>) | null = null;
  let isStopping = false;
  let isServing: () => void = () => undefined;
  const serving = new Promise<void>((resolve) => {
    isServing = resolve;
  });

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    if (!toNext) await serving;
    // Nobody waits any more for an answer to what waited here.
    if (incoming.socket.destroyed) return;
    if (isStopping) outgoing.setHeader('Connection', 'close');
    if (incoming.headers['content-length'] !== undefined || hasLargeBody(incoming)) {
      lingerAfterAnswer(incoming, outgoing);
      cutSilentBody(incoming, outgoing);
    }
    const target = requestTarget(incoming.url ?? '/');
    if (!target) return answerPlainly(outgoing, 400, 'This is no address of this portal.');
    if (!methods.includes(incoming.method ?? '')) {
      return answerPlainly(outgoing, 405, 'This method is not supported.', { allow: methods.join(', ') });
    }
    const { path, pathAndQuery } = target;
    incoming.url = pathAndQuery;
    if (isStopping && path === '/api/ready') {
      outgoing.writeHead(503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      outgoing.end('{"status":"stopping"}');
      return;
    }
    if (isWopiPath(path)) return answerWopi(incoming, outgoing);
    if (otherNames.has(incoming.headers.host ?? '') && incoming.method === 'GET' && !path.startsWith('/api/')) {
      outgoing.writeHead(307, { location: publicUrl.origin + pathAndQuery, 'cache-control': 'no-store' });
      outgoing.end();
      return;
    }
    if (hasLargeBody(incoming) && !(await isSignedIn(incoming))) {
      return answerPlainly(outgoing, 401, 'Sign in first.');
    }
    // Next compares the Origin of a server action with these, and next-auth makes URLs of them; what a client
    // says about them does not count. The peer is believed by lib/auth because this door always overwrites it.
    incoming.headers.host = peer.host;
    incoming.headers['x-forwarded-host'] = peer.host;
    incoming.headers['x-forwarded-proto'] = peer.proto;
    incoming.headers['x-lectern-peer'] = incoming.socket.remoteAddress ?? '';
    await toNext?.(incoming, outgoing);
  };
  const server = createServer(boundPipeline(answer));

  // A large document over a slow line takes as long as it takes; a line on which nothing moves does not.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 65_000;
  // Whatever anybody leaves on a connection goes with it: the thousandth answer says `Connection: close`.
  server.maxRequestsPerSocket = 1_000;
  if (settings.isProduction) {
    server.timeout = 180_000;
    // After its first request Next listens too and would keep an unknown upgrade open for ever.
    server.on('upgrade', (_incoming, socket) => socket.destroy());
  }

  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listen(server, settings.HOST, settings.PORT);
  door.lecternNodeDoor = true;
  await prepareLectern();
  // At once: a later failure must not swallow the only sight of the password.
  announceAdministrator();
  const app = next({ dev: !settings.isProduction, hostname: settings.HOST, port: settings.PORT, httpServer: server });
  await app.prepare();
  toNext = app.getRequestHandler();
  isServing();
  console.log(`Lectern is ready at ${settings.PUBLIC_URL}`);

  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger().info({ signal }, 'stopping: requests that run may finish');
    shutDown(server, app, sockets).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // One request's stray rejection must not end the saves of all others.
  process.on('unhandledRejection', (error) => logger().error({ err: error }, 'unhandled rejection'));
}

/** Whether somebody sends this who has a session; while the database cannot say, the route that is asked decides. */
async function isSignedIn({ headers }: IncomingMessage): Promise<boolean> {
  try {
    const cookies = readCookies(new Headers({ cookie: headers.cookie ?? '' }));
    return (await sessionOfCookie(cookies[cookieNames().session] ?? null)) !== null;
  } catch (error) {
    logger().error({ err: error }, 'the session of a request could not be read');
    return true;
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function shutDown(server: Server, app: NextApp, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => {
    server.closeIdleConnections();
    // Browsers connect ahead. Node takes a connection on which nothing was ever sent for a busy one.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }, 100);
  const deadline = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
  await within(3_000, app.close());
  await within(3_000, closeDatabase());
}

/** Waits for what ends the process anyway, but not for ever: Next's development server may never close. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  await Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms))]);
}

function reasonOf(error: unknown): string {
  if (isAppError(error)) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return 'The port is in use already. Stop the other program, or set PORT to another number.';
  if (code === 'EACCES') return 'This user may not listen on that port. Set PORT to a number above 1023.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is not an address of this machine.';
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

main().catch((error: unknown) => {
  console.error(`Lectern could not start. ${reasonOf(error)}`);
  process.exit(1);
});
