import { withoutInvisible } from './without-invisible';

/** A message of the editor that the host page acts on. */
export type EditorMessage =
  | { id: 'App_LoadingStatus'; status: string }
  | { id: 'File_Rename'; newName: string }
  /** `format`: the extension that the copy is wanted in, without a period; null for the document's own */
  | { id: 'UI_SaveAs'; format: string | null }
  | { id: 'Action_Save_Resp'; success: boolean }
  | { id: 'App_VersionRestore'; status: 'Pre_Restore_Ack' }
  | { id: (typeof plainIds)[number] };

/** A message of the host page to the editor. */
export type HostMessage =
  | { id: 'Host_PostmessageReady' | 'Blur_Focus' | 'Grab_Focus' }
  /** Collabora: save a copy under this name, and say with Action_Save_Resp whether that was done */
  | { id: 'Action_SaveAs'; values: { Filename: string; Notify: true } }
  /** Collabora: let go of the document, another version becomes the current one */
  | { id: 'Host_VersionRestore'; values: { Status: 'Pre_Restore' } };

const plainIds = [
  'UI_Close',
  'UI_Edit',
  'UI_FileVersions',
  'UI_Sharing',
  'Edit_Notification',
  'Session_Closed',
] as const;

/** What other editors call the same wish. */
const otherNames: Readonly<Record<string, (typeof plainIds)[number]>> = { UI_Share: 'UI_Sharing' };

/** Far above any message that an editor sends; whatever is longer is not read. */
const maxMessageLength = 100_000;

/**
 * Reads a message event of the host page. "The host must check event.origin against the origin of the
 * discovery urlsrc and event.source against the iframe": anything else, the origin `null` of sandboxed
 * frames, other shapes (extensions post messages too) and unknown ids give null.
 * @param event of the window: `data` is JSON text `{"MessageId","SendTime","Values"}`
 * @param editor the origin of the action URL, and the window of our iframe (null while there is none)
 */
export function readEditorMessage(
  event: { origin: string; source: unknown; data: unknown },
  editor: { origin: string; window: unknown },
): EditorMessage | null {
  if (event.origin !== editor.origin || !/^https?:\/\/[^/]/.test(editor.origin)) return null;
  if (editor.window === null || editor.window === undefined || event.source !== editor.window) return null;
  const message = parse(event.data);
  if (!message) return null;
  const id = typeof message.MessageId === 'string' ? message.MessageId : '';
  const plain = plainIds.find((known) => known === id) ?? (Object.hasOwn(otherNames, id) ? otherNames[id] : undefined);
  return plain ? { id: plain } : readValues(id, isRecord(message.Values) ? message.Values : {});
}

function readValues(id: string, values: Record<string, unknown>): EditorMessage | null {
  switch (id) {
    case 'App_LoadingStatus':
      return { id, status: typeof values.Status === 'string' ? values.Status : '' };
    case 'File_Rename': {
      const newName = typeof values.NewName === 'string' ? shownName(values.NewName) : '';
      return newName === '' ? null : { id, newName };
    }
    case 'UI_SaveAs':
      return { id, format: extensionIn(values.format) };
    case 'Action_Save_Resp':
      return typeof values.success === 'boolean' ? { id, success: values.success } : null;
    case 'App_VersionRestore':
      return values.Status === 'Pre_Restore_Ack' ? { id, status: values.Status } : null;
    case 'Doc_ModifiedStatus':
      // Collabora's word for unsaved changes; it says the same with `false` after each save.
      return values.Modified === true ? { id: 'Edit_Notification' } : null;
    default:
      return null;
  }
}

/** The text of a message to the editor; editors ignore everything before `Host_PostmessageReady`. */
export function hostMessage(message: HostMessage, sendTime: number): string {
  const values = 'values' in message ? message.values : {};
  return JSON.stringify({ MessageId: message.id, SendTime: sendTime, Values: values });
}

function parse(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'string' || data.length > maxMessageLength || !data.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name for the title of the page: one line that nothing turns round, and no longer than a name can be. */
function shownName(name: string): string {
  return withoutInvisible(name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
    .trim()
    .slice(0, 255);
}

/** Letters and digits only: it becomes the end of a name. */
function extensionIn(value: unknown): string | null {
  return typeof value === 'string' ? (/^\.?([a-z0-9]{1,10})$/i.exec(value)?.[1]?.toLowerCase() ?? null) : null;
}
