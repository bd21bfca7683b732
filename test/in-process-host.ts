import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { cookieNames } from '@/lib/auth/cookie-names';
import { closeDatabase } from '@/lib/db/close-database';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { env } from '@/lib/env';
import { authSecret } from '@/lib/secrets/auth-secret';
import { startSession } from '@/lib/users/start-session';
import { answerInProcess } from './answer-in-process';
import { applySettings } from './apply-settings';
import type { Settings } from './built-server';
import { Host } from './host';
import { linesOfLog } from './lines-of-log';
import { makePerson } from './make-person';
import { Browser } from './wopi-client/browser';
import { startDocumentServer } from './wopi-client/document-server';
import type { Exchange } from './wopi-client/wopi-client';

/** How much of a body arrives at once, as from a socket. */
const chunkBytes = 64 * 1024;

/** The host in this process: a request is a `Request`, its answer a `Response`, with real database and storage. */
export class InProcessHost extends Host {
  /** the address that requests come from */
  address: string | null = '127.0.0.1';

  get url(): string {
    return env().PUBLIC_URL;
  }

  protected readonly exchange: Exchange = async ({ base, method, path, headers, body, cutAfter }) => {
    const request = new Request(new URL(path, base), {
      method,
      headers,
      ...(body && method !== 'GET' ? { body: arriving(body, cutAfter), duplex: 'half' } : {}),
    });
    const arrival = { rawUrl: path, rawHeaders: headers.flat(), address: this.address };
    const response = await answerInProcess(request, arrival);
    const received = Buffer.from(await response.arrayBuffer());
    if (cutAfter !== undefined) throw new Error('cut on purpose');
    return { status: response.status, headers: Object.fromEntries(response.headers), body: received };
  };

  output(): string {
    return linesOfLog().join('\n');
  }

  fetch = (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const target = new URL(url, this.url);
    return answerInProcess(new Request(target, { ...init, redirect: 'manual' }), {
      rawUrl: target.pathname + target.search,
      address: this.address,
    });
  };

  async browser(person = this.anna): Promise<Browser> {
    const row = await db().user.findUniqueOrThrow({ where: { id: person.userId } });
    const passwordHash = row.passwordHash ?? '';
    const sid = await startSession(row, { passwordHash, address: '127.0.0.1', userAgent: 'a test' });
    if (sid === null) throw new Error('this person cannot sign in');
    const cookie = await encode({ token: { sub: person.userId, sid }, secret: authSecret() });
    return new Browser(this.url, `${cookieNames().session}=${cookie}`, this.fetch);
  }
}

function arriving(body: Buffer, cutAfter: number | undefined): ReadableStream<Uint8Array> {
  const end = cutAfter ?? body.length;
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      const part = new Uint8Array(body.subarray(at, Math.min(at + chunkBytes, end)));
      at += part.length;
      if (part.length > 0) return controller.enqueue(part);
      if (cutAfter !== undefined) return controller.error(new Error('aborted'));
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

/**
 * Runs a suite on the host in this process, on the database of the test's project. The Document Server is real:
 * its discovery is fetched over HTTP.
 */
export function inProcess(name: string, suite: (host: InProcessHost) => void, settings: Settings = {}): void {
  describe(name, () => {
    const host = new InProcessHost();
    beforeAll(async () => {
      host.documentServer = await startDocumentServer();
      applySettings({ DOCUMENT_SERVER_URL: host.documentServer.url, ...settings });
      await prepareDatabase({ guard: false });
      host.anna = await makePerson();
    });
    beforeEach(() => {
      host.address = '127.0.0.1';
    });
    afterAll(async () => {
      await host.documentServer?.close();
      await closeDatabase();
    });
    suite(host);
  });
}
