import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { nameByBytes, template } from './blank-files';
import { collaboraDiscovery } from './collabora-discovery';
import { collaboraPage } from './collabora-page';
import { convertAndEdit, convertPage } from './convert-and-edit';
import { discoveryDocument } from './discovery-document';
import { editorPage } from './editor-page';
import { textOfDocument, withText } from './office-text';
import { OnlyofficeSession } from './onlyoffice-session';
import { ProofSigner } from './proof-signer';
import { WopiClient } from './wopi-client';

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
  /** the URL that it was posted to */
  lastUrl: URL | undefined;
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
export async function startDocumentServer(
  options: { port?: number; signed?: boolean; dialect?: 'onlyoffice' | 'collabora' } = {},
): Promise<DocumentServer> {
  const signer = ProofSigner.withKeptKeys();
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
    lastUrl: undefined,
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
    if (request.method === 'POST') {
      const conversion = /^\/hosting\/wopi\/convert-and-edit\/\w+\/(\w+)$/.exec(target.pathname);
      if (conversion) return openConversion(request, response, target, conversion[1] ?? '');
      if (/^\/hosting\/wopi\/\w+\/(edit|view)$|\/cool\.html$/.test(target.pathname)) {
        return openEditor(request, response, target);
      }
    }
    if (target.pathname.startsWith('/stand-in/')) {
      return action(request, response, target.pathname.slice('/stand-in/'.length));
    }
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
      const document = options.dialect === 'collabora' ? collaboraDiscovery : discoveryDocument;
      const keys = options.signed === false ? '' : signer.proofKeyElement();
      response.end(state.faults.discoveryBody ?? document(url, keys));
    }
  }

  async function readForm(request: http.IncomingMessage, target: URL) {
    const form = new URLSearchParams((await read(request)).toString());
    state.lastForm = Object.fromEntries(form);
    state.lastUrl = target;
    state.lastReferer = request.headers.referer;
    // ONLYOFFICE makes the names of the query lower case before it uses them.
    const query = new Map([...target.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
    return { form, query, wopiSrc: query.get('wopisrc') ?? '', accessToken: form.get('access_token') ?? '' };
  }

  async function openConversion(
    request: http.IncomingMessage,
    response: http.ServerResponse,
    target: URL,
    targetext: string,
  ): Promise<void> {
    const { form, wopiSrc, accessToken } = await readForm(request, target);
    const client = new WopiClient({ wopiSrc, accessToken, signer: options.signed === false ? null : signer });
    // Without a ttl the real page does not start.
    const answer = Number(form.get('access_token_ttl'))
      ? await convertAndEdit(client, targetext, template(`x.${targetext}`))
      : null;
    const page = convertPage(answer?.status === 200 ? answer.json<{ HostEditUrl: string }>().HostEditUrl : null);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
  }

  async function openEditor(request: http.IncomingMessage, response: http.ServerResponse, target: URL): Promise<void> {
    const { form, query, wopiSrc, accessToken } = await readForm(request, target);
    if (state.faults.editor === 'silent') return;
    if (state.faults.editor === 'error') {
      response.writeHead(500).end();
      return;
    }
    const isCollabora = target.pathname.endsWith('/cool.html');
    const key = wopiSrc.split('/').at(-1) ?? '';
    const session =
      state.sessions.get(key) ?? new OnlyofficeSession(wopiSrc, options.signed === false ? null : signer, template);
    state.sessions.set(key, session);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    try {
      const opened = await session.open(accessToken, target.pathname.endsWith('/view') ? 'view' : 'edit');
      const person = crypto.randomUUID();
      tokens.set(person, accessToken);
      const config: unknown = JSON.parse(form.get('docs_api_config') || '{}');
      const page = isCollabora ? collaboraPage : editorPage;
      response.end(
        page({
          session: key,
          person,
          name: opened.info.BaseFileName,
          mode: opened.mode,
          hasWarning: opened.hasWarning,
          isBackup: opened.isBackup,
          text: textOfDocument(opened.info.BaseFileName, opened.content),
          postMessageOrigin: opened.info.PostMessageOrigin ?? '*',
          canSave: JSON.stringify(config).includes('"forcesave":true'),
          canSaveCopy: opened.info.UserCanNotWriteRelative !== true && opened.info.SupportsUpdate === true,
          canRename: Boolean(opened.info.UserCanRename),
          canAskToEdit: opened.hasPencil,
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
      session.type(token, withText(nameByBytes(session.content), session.content ?? Buffer.alloc(0), body.text ?? ''));
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

async function read(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
