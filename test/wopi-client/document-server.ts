import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { discoveryDocument } from './discovery-document';
import { editorPage } from './editor-page';
import { textOfDocument, withText } from './office-text';
import { OnlyofficeSession } from './onlyoffice-session';
import { ProofSigner } from './proof-signer';

/** How the stand-in misbehaves, for tests of pages and of the discovery cache. */
export type Faults = {
  discovery?: 'ok' | 'error' | 'html' | 'empty' | 'silent';
  editor?: 'ok' | 'silent' | 'error';
  /** answers in place of the discovery document */
  discoveryBody?: string;
};

export type DocumentServer = {
  url: string;
  signer: ProofSigner;
  faults: Faults;
  /** how often discovery was asked for */
  discoveryRequests: number;
  sessions: Map<string, OnlyofficeSession>;
  /** what the last form posted, by field */
  lastForm: Record<string, string>;
  lastReferer: string | undefined;
  close: () => Promise<void>;
};

const call = z.object({
  session: z.string(),
  person: z.string(),
  text: z.string().optional(),
  name: z.string().optional(),
});

/**
 * A stand-in for an ONLYOFFICE Document Server: discovery with proof keys, an editor page for the frame,
 * and WOPI calls to the host in the order and with the headers of the real one.
 */
export async function startDocumentServer(options: { port?: number; signed?: boolean } = {}): Promise<DocumentServer> {
  const signer = new ProofSigner();
  const tokens = new Map<string, string>();
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end(JSON.stringify({ status: 500, error: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // an HTTP server on a port has no other kind of address
  const url = `http://127.0.0.1:${port}`;
  const state: DocumentServer = {
    url,
    signer,
    faults: {},
    discoveryRequests: 0,
    sessions: new Map(),
    lastForm: {},
    lastReferer: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const target = new URL(request.url ?? '/', url);
    if (target.pathname === '/hosting/discovery') return discovery(response);
    if (/^\/hosting\/wopi\/\w+\/(edit|view)$/.test(target.pathname) && request.method === 'POST') {
      return openEditor(request, response, target);
    }
    if (target.pathname.startsWith('/stand-in/'))
      return action(request, response, target.pathname.slice('/stand-in/'.length));
    if (target.pathname.endsWith('.ico')) {
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      response.end(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#446995"/></svg>',
      );
      return;
    }
    response.writeHead(404).end();
  }

  function discovery(response: http.ServerResponse): void {
    state.discoveryRequests += 1;
    const fault = state.faults.discovery ?? 'ok';
    if (fault === 'silent') return;
    if (fault === 'error') response.writeHead(500).end('error');
    else if (fault === 'html')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome</body></html>');
    else if (fault === 'empty')
      response.writeHead(200, { 'content-type': 'text/xml' }).end('<wopi-discovery></wopi-discovery>');
    else {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(
        state.faults.discoveryBody ?? discoveryDocument(url, options.signed === false ? '' : signer.proofKeyElement()),
      );
    }
  }

  async function openEditor(request: http.IncomingMessage, response: http.ServerResponse, target: URL): Promise<void> {
    const form = new URLSearchParams((await read(request)).toString());
    state.lastForm = Object.fromEntries(form);
    state.lastReferer = request.headers.referer;
    if (state.faults.editor === 'silent') return;
    if (state.faults.editor === 'error') {
      response.writeHead(500).end();
      return;
    }
    const query = new Map([...target.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
    const wopiSrc = query.get('wopisrc') ?? '';
    const accessToken = form.get('access_token') ?? '';
    const key = wopiSrc.split('/').at(-1) ?? '';
    const session =
      state.sessions.get(key) ?? new OnlyofficeSession(wopiSrc, options.signed === false ? null : signer, template);
    state.sessions.set(key, session);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    try {
      const opened = await session.open(accessToken, target.pathname.endsWith('/edit') ? 'edit' : 'view');
      const person = crypto.randomUUID();
      tokens.set(person, accessToken);
      const config: unknown = JSON.parse(form.get('docs_api_config') || '{}');
      response.end(
        editorPage({
          session: key,
          person,
          name: opened.info.BaseFileName,
          mode: opened.mode,
          forced: opened.forced,
          text: textOfDocument(opened.info.BaseFileName, opened.content),
          postMessageOrigin: opened.info.PostMessageOrigin ?? '*',
          canSave: JSON.stringify(config).includes('"forcesave":true'),
          canSaveCopy: opened.info.UserCanNotWriteRelative !== true && opened.mode === 'edit',
          canRename: Boolean(opened.info.UserCanRename),
          language: query.get('ui') ?? 'en',
        }),
      );
    } catch (error) {
      response.end(
        `<!doctype html><title>Error</title><p>The file could not be opened. ${String(error).replace(/</g, '&lt;')}</p>`,
      );
    }
  }

  async function action(request: http.IncomingMessage, response: http.ServerResponse, name: string): Promise<void> {
    const body = call.parse(JSON.parse((await read(request)).toString()));
    const session = state.sessions.get(body.session);
    const token = tokens.get(body.person);
    const send = (value: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (!session || token === undefined) return send({ status: 404 });
    if (name === 'people') return send({ editors: session.editors });
    if (name === 'type') {
      session.type(token, withText(fileName(session), session.content ?? Buffer.alloc(0), body.text ?? ''));
      return send({ status: 200 });
    }
    if (name === 'save') return send({ status: (await session.forceSave()).status });
    if (name === 'copy') return send({ status: (await session.saveCopyAs(token, body.name ?? '')).status });
    if (name === 'rename') {
      const renamed = await session.rename(token, body.name ?? '');
      return send({
        status: renamed.status,
        name: renamed.status === 200 ? renamed.json<{ Name: string }>().Name : '',
      });
    }
    if (name === 'close') {
      const { save } = await session.close(token);
      return send({ status: save?.status ?? 200 });
    }
    return send({ status: 404 });
  }

  return state;
}

/** By its first bytes and parts: the session outlives renames, so the name is of no use. */
function fileName(session: OnlyofficeSession): string {
  const bytes = session.content ?? Buffer.alloc(0);
  if (bytes.includes('word/document.xml')) return 'x.docx';
  if (bytes.includes('xl/workbook.xml')) return 'x.xlsx';
  return bytes.includes('ppt/presentation.xml') ? 'x.pptx' : 'x.txt';
}

function template(name: string): Buffer {
  const extension = /\.(docx|xlsx|pptx)$/i.exec(name)?.[1]?.toLowerCase();
  if (!extension) return Buffer.from('\n');
  return readFileSync(path.resolve(`lib/documents/templates/blank.${extension}`));
}

async function read(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
