import { requireDocument } from '@/lib/documents/require-document';
import { AppError, isAppError } from '@/lib/errors';
import type { Device } from '@/lib/shared/device';
import { splitName } from '@/lib/shared/file-names';
import { fileType } from '@/lib/shared/file-type';
import { rightsFor } from '@/lib/shares/can';
import { issueToken, issueVersionToken, rightToEdit, type TokenClient } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { actionUrl } from './discovery/action-url';
import { dialectOf } from './discovery/dialect-of';
import { type CurrentDiscovery, discovery } from './discovery/discovery';
import type { Discovery } from './discovery/parse-discovery';
import type { HostQuery } from './host-query';
import { wopiSrc } from './host-urls';
import { listPageOf } from './list-page-of';
import { provesItself } from './proof/proves-itself';
import { waysToOpen } from './ways-to-open';

export type OpenMode = 'edit' | 'view';

/** The clients that a page can show. */
export type PageClient = Exclude<TokenClient, 'operator'>;

/** What a document is that a page was asked to open, and the path of the page that lists it for the person. */
type Opened = { id: string; name: string; extension: string; size: number; listPath: string };

export type OpenedDocument =
  | {
      kind: 'editor';
      document: Opened;
      /** the earlier version that is shown in its place; `savedAt` in ISO 8601 */
      version: { number: number; savedAt: string } | null;
      /** who shows it: the Document Server or the built-in client */
      client: PageClient;
      /** the ceiling of the token */
      mode: OpenMode;
      /** what the editor's page does; `convert` makes a copy that can be edited, and leads to it */
      does: OpenMode | 'convert';
      /** whether the person could edit, though this page only views */
      canEdit: boolean;
      /** whether the person could comment or propose changes if the Document Server proved its requests */
      isUnproven: boolean;
      /** whether the person may make an earlier version the current one */
      canRestore: boolean;
      /** the extension of the copy that can be edited, with its period, where the document itself cannot be */
      copyAs: string | null;
      /** where the form is posted */
      actionUrl: string;
      /** the only origin that messages are accepted from */
      editorOrigin: string;
      favIconUrl: string | null;
      accessToken: string;
      /** milliseconds since 1970 */
      accessTokenTtl: number;
      docsApiConfig: string;
    }
  | { kind: 'no-document-server' | 'unsupported-type'; document: Opened }
  | { kind: 'document-server-unreachable'; document: Opened; hasPreview: boolean };

/** Makes Ctrl+S in ONLYOFFICE reach the host; without it nothing is saved before the last editor leaves. */
const docsApiConfig = JSON.stringify({ editorConfig: { customization: { forcesave: true } } });

/**
 * Everything that a host page needs to show a document in the editor: the action URL of discovery with its
 * placeholders filled, and a fresh access token (10 hours) whose ceiling is the page's mode. A person who
 * may not save gets the view action also on the edit page. A type that can only be viewed and converted is
 * converted on the edit page, as far as Save Copy As is allowed; each opening of it then makes a copy.
 * @param input.query what the page's own address passes on
 * @param input.version the number of an earlier version to show, in mode `view`
 * @param input.wantsPreview whether a built-in preview will do while the Document Server does not answer
 * @throws AppError `not-found`, `invalid-request` (that version is the current one)
 */
export async function openDocument(
  actor: Actor,
  input: {
    documentId: string;
    mode: OpenMode;
    language: string;
    theme: 'light' | 'dark' | null;
    device?: Device | undefined;
    query?: HostQuery | undefined;
    version?: number | null | undefined;
    wantsPreview?: boolean | undefined;
  },
): Promise<OpenedDocument> {
  const row = await requireDocument(actor, input.documentId, 'read');
  const { extension } = splitName(row.name);
  const { path: listPath } = await listPageOf(actor, row);
  const document = { id: row.id, name: row.name, extension, size: Number(row.size), listPath };
  const server = await currentDiscovery();
  const rights = rightsFor(actor, row);
  const discovered = typeof server === 'string' ? null : server.discovery;
  const ways = waysToOpen(discovered, row, rights, input.device);
  const does = input.mode === 'view' ? 'view' : ways.edit ? 'edit' : ways.convert ? 'convert' : 'view';
  const way = ways[does];
  // A preview is no editor: whoever has one that does not answer is told so, and asks for the preview.
  const isStandIn = server === 'unreachable' && way?.action.app === 'preview' && !input.wantsPreview;
  if (server === 'unreachable' && (!way || isStandIn)) {
    return { kind: 'document-server-unreachable', document, hasPreview: way !== null };
  }
  // A Document Server would open it; it would not open what is no office document.
  const isOffice = ['doc', 'sheet', 'slides'].includes(fileType(row.name).kind);
  if (!way) return { kind: server === 'none' && isOffice ? 'no-document-server' : 'unsupported-type', document };
  const { client, action } = way;
  const isProven = provesItself(discovered);
  const mode = does !== 'view' && rights[rightToEdit(client, isProven)] ? 'edit' : 'view';
  const { fileId, version, ...access } = await accessTo(actor, {
    documentId: row.id,
    mode,
    client,
    discovered,
    version: input.version,
  });
  const url = actionUrl(action.urlsrc, {
    wopiSrc: wopiSrc(fileId, client),
    ui: input.language,
    rs: input.language,
    ...(input.theme ? { thm: input.theme === 'dark' ? '2' : '1' } : {}),
    ...(input.query?.sessionContext ? { sc: input.query.sessionContext } : {}),
    more: input.query?.forwarded ?? [],
  });
  return {
    kind: 'editor',
    document,
    version,
    client,
    mode,
    does,
    canEdit: ways.edit !== null,
    isUnproven: ways.isUnproven,
    canRestore: rights.edit,
    copyAs: version === null ? ways.convert && `.${ways.convert.action.targetext}` : null,
    actionUrl: url,
    editorOrigin: new URL(url).origin,
    favIconUrl: way.favIconUrl,
    ...access,
    docsApiConfig,
  };
}

/**
 * A fresh token for a page that is open already. Which client a page may have one for is decided here: one for a
 * Document Server only where one is configured.
 * @throws AppError `not-found`, `invalid-request`
 */
export async function renewToken(
  actor: Actor,
  input: { documentId: string; mode: OpenMode; client: PageClient; version?: number | null | undefined },
): Promise<{ accessToken: string; accessTokenTtl: number }> {
  const server = await currentDiscovery();
  if (server === 'none' && input.client === 'document-server') {
    throw new AppError('invalid-request', 'No Document Server is configured. Load the page again.');
  }
  const discovered = typeof server === 'string' ? null : server.discovery;
  const { accessToken, accessTokenTtl } = await accessTo(actor, { ...input, discovered });
  return { accessToken, accessTokenTtl };
}

/** A token for the document, or for an earlier version, which is a file with an id of its own to the editor. */
async function accessTo(
  actor: Actor,
  input: {
    documentId: string;
    mode: OpenMode;
    client: PageClient;
    discovered: Discovery | null;
    version?: number | null | undefined;
  },
) {
  const { documentId, mode, client, discovered } = input;
  const isProven = provesItself(discovered);
  const dialect = client === 'document-server' && discovered ? dialectOf(discovered) : null;
  if (typeof input.version !== 'number') {
    const { token, expiresAt } = await issueToken(actor, { documentId, ceiling: mode, client, isProven, dialect });
    return { fileId: documentId, version: null, accessToken: token, accessTokenTtl: expiresAt };
  }
  if (mode !== 'view') throw new AppError('invalid-request', 'An earlier version can only be viewed.');
  const wanted = { documentId, number: input.version, client, dialect };
  const { token, expiresAt, version } = await issueVersionToken(actor, wanted);
  const shown = { number: version.number, savedAt: version.savedAt.toISOString() };
  return { fileId: version.id, version: shown, accessToken: token, accessTokenTtl: expiresAt };
}

async function currentDiscovery(): Promise<CurrentDiscovery | 'none' | 'unreachable'> {
  try {
    return (await discovery()) ?? 'none';
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return 'unreachable';
    throw error;
  }
}
