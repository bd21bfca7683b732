import { type DocumentRow, requireDocument } from '@/lib/documents/require-document';
import { isAppError } from '@/lib/errors';
import { splitName } from '@/lib/shared/file-names';
import { rightsFor } from '@/lib/shares/can';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { actionUrl } from './discovery/action-url';
import { type CurrentDiscovery, discovery } from './discovery/discovery';
import { findAction } from './discovery/find-action';
import { wopiSrc } from './host-urls';

export type OpenMode = 'edit' | 'view';

export type OpenedDocument =
  | {
      kind: 'editor';
      document: { id: string; name: string; extension: string };
      mode: OpenMode;
      /** whether the person could edit, though this page only views */
      canEdit: boolean;
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
  | {
      kind: 'no-document-server' | 'document-server-unreachable' | 'unsupported-type';
      document: { id: string; name: string; extension: string };
    };

/** Makes Ctrl+S in ONLYOFFICE reach the host; without it nothing is saved before the last editor leaves. */
const docsApiConfig = JSON.stringify({ editorConfig: { customization: { forcesave: true } } });

/** Discovery's actions in the order of preference. Empty documents are written from the editor's own template. */
const wantedActions: Record<OpenMode, readonly string[]> = { edit: ['edit', 'view'], view: ['view', 'edit'] };

/**
 * Everything that a host page needs to show a document in the editor: the action URL of discovery with its
 * placeholders filled, and a fresh access token (10 hours) whose ceiling is the page's mode. A person who
 * may not save gets the view action also on the edit page.
 * @throws AppError `not-found`
 */
export async function openDocument(
  actor: Actor,
  input: { documentId: string; mode: OpenMode; language: string; theme: 'light' | 'dark' | null },
): Promise<OpenedDocument> {
  const row = await requireDocument(actor, input.documentId, 'read');
  const { extension } = splitName(row.name);
  const document = { id: row.id, name: row.name, extension };
  const found = await currentDiscovery();
  if (found === 'none') return { kind: 'no-document-server', document };
  if (found === 'unreachable') return { kind: 'document-server-unreachable', document };
  const canEdit = canEditHere(actor, row, found, extension);
  const mode: OpenMode = input.mode === 'edit' && canEdit ? 'edit' : 'view';
  const action = findAction(found.discovery, extension, [...wantedActions[mode]]);
  if (!action) return { kind: 'unsupported-type', document };
  const { token, expiresAt } = await issueToken(actor, {
    documentId: row.id,
    ceiling: mode,
    client: 'document-server',
  });
  const url = actionUrl(action.urlsrc, {
    wopiSrc: wopiSrc(row.id),
    ui: input.language,
    rs: input.language,
    ...(input.theme ? { thm: input.theme === 'dark' ? '2' : '1' } : {}),
  });
  return {
    kind: 'editor',
    document,
    mode,
    canEdit,
    actionUrl: url,
    editorOrigin: new URL(url).origin,
    favIconUrl: found.discovery.favIcons[action.app] ?? null,
    accessToken: token,
    accessTokenTtl: expiresAt,
    docsApiConfig,
  };
}

/** A fresh token for a page that is open already. @throws AppError `not-found` */
export async function renewToken(
  actor: Actor,
  input: { documentId: string; mode: OpenMode },
): Promise<{ accessToken: string; accessTokenTtl: number }> {
  const { token, expiresAt } = await issueToken(actor, {
    documentId: input.documentId,
    ceiling: input.mode,
    client: 'document-server',
  });
  return { accessToken: token, accessTokenTtl: expiresAt };
}

function canEditHere(actor: Actor, row: DocumentRow, found: CurrentDiscovery, extension: string): boolean {
  return rightsFor(actor, row).save && findAction(found.discovery, extension, ['edit']) !== null;
}

async function currentDiscovery(): Promise<CurrentDiscovery | 'none' | 'unreachable'> {
  try {
    return (await discovery()) ?? 'none';
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return 'unreachable';
    throw error;
  }
}
