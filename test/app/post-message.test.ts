import { describe, expect, test } from 'vitest';
import { hostMessage, readEditorMessage } from '@/lib/shared/post-message';

const frame = { name: 'the iframe’s window' };
const editor = { origin: 'https://office.example.com', window: frame };
const from = (data: unknown, other: { origin?: string; source?: unknown } = {}) =>
  readEditorMessage({ origin: editor.origin, source: frame, data, ...other }, editor);
const message = (id: string, values?: unknown) => JSON.stringify({ MessageId: id, SendTime: 1, Values: values });

describe('S34: messages of the editor', () => {
  test('a message from the editor’s origin and our iframe is read', () => {
    expect(from(message('UI_Close', { 'ui-language': 'en-US', wdUserSession: 's' }))).toEqual({ id: 'UI_Close' });
    expect(from(message('App_LoadingStatus', { Status: 'Document_Loaded' }))).toEqual({
      id: 'App_LoadingStatus',
      status: 'Document_Loaded',
    });
    expect(from(message('File_Rename', { NewName: 'Annual report' }))).toEqual({
      id: 'File_Rename',
      newName: 'Annual report',
    });
    for (const id of ['UI_Edit', 'UI_FileVersions', 'UI_Sharing', 'Edit_Notification'])
      expect(from(message(id))).toEqual({ id });
  });

  test('a message from another origin has no effect', () => {
    for (const origin of [
      'https://evil.example',
      'https://office.example.com.evil.example',
      'http://office.example.com',
    ])
      expect(from(message('UI_Close'), { origin })).toBeNull();
  });

  test('a message from another window of the editor’s origin has no effect', () => {
    expect(from(message('UI_Close'), { source: { name: 'another window' } })).toBeNull();
    expect(from(message('UI_Close'), { source: null })).toBeNull();
  });

  test('while there is no iframe nothing is accepted, not even from nowhere', () => {
    const event = { origin: editor.origin, source: null, data: message('UI_Close') };
    expect(readEditorMessage(event, { origin: editor.origin, window: null })).toBeNull();
    expect(readEditorMessage({ ...event, source: undefined }, { origin: editor.origin, window: undefined })).toBeNull();
  });

  test('the origin "null" of sandboxed frames never matches', () => {
    const event = { origin: 'null', source: frame, data: message('UI_Close') };
    expect(readEditorMessage(event, { origin: 'null', window: frame })).toBeNull();
    expect(readEditorMessage({ ...event, origin: '' }, { origin: '', window: frame })).toBeNull();
  });

  test.each([
    ['an object instead of text', { MessageId: 'UI_Close' }],
    ['no JSON', 'UI_Close'],
    ['broken JSON', '{"MessageId":"UI_Close"'],
    ['an array', '[{"MessageId":"UI_Close"}]'],
    ['null', 'null'],
    ['an unknown id', message('Shell_Exec')],
    ['an id of every object', message('constructor')],
    ['an id that is no text', '{"MessageId":["UI_Close"]}'],
    ['a rename without a name', message('File_Rename', {})],
    ['a rename to blanks', message('File_Rename', { NewName: ' \u2028 ' })],
    ['a text of megabytes', `{"MessageId":"UI_Close","Values":"${'x'.repeat(2_000_000)}"}`],
  ])('%s has no effect', (_what, data) => {
    expect(from(data)).toBeNull();
  });

  test('a new name is one line of at most 255 characters', () => {
    expect(from(message('File_Rename', { NewName: 'a\n\u0000b' }))).toEqual({ id: 'File_Rename', newName: 'a b' });
    const turned = from(message('File_Rename', { NewName: 'invoice\u202excod\u2066.exe\u200f' }));
    expect(turned).toEqual({ id: 'File_Rename', newName: 'invoicexcod.exe' });
    const long = from(message('File_Rename', { NewName: 'x'.repeat(5000) }));
    expect(long).toEqual({ id: 'File_Rename', newName: 'x'.repeat(255) });
  });

  test('Collabora’s UI_Share is the wish to share', () => {
    expect(from(message('UI_Share'))).toEqual({ id: 'UI_Sharing' });
  });

  test('Collabora’s Session_Closed is read, and its unsaved changes are changes', () => {
    expect(from(message('Session_Closed', { Reason: 'OwnerTermination' }))).toEqual({ id: 'Session_Closed' });
    expect(from(message('Doc_ModifiedStatus', { Modified: true }))).toEqual({ id: 'Edit_Notification' });
    for (const Modified of [false, 'true', 1, undefined]) {
      expect(from(message('Doc_ModifiedStatus', { Modified }))).toBeNull();
    }
  });

  test.each([
    [undefined, null],
    [{}, null],
    [{ format: 'odt' }, 'odt'],
    [{ format: '.PDF' }, 'pdf'],
    [{ format: '../x' }, null],
    [{ format: 'o dt' }, null],
    [{ format: 'x'.repeat(11) }, null],
    [{ format: ['odt'] }, null],
  ])('Collabora’s UI_SaveAs with the values %j wants a copy in the format %j', (values, format) => {
    expect(from(message('UI_SaveAs', values))).toEqual({ id: 'UI_SaveAs', format });
  });

  test('Collabora’s answer to Action_SaveAs is read when it says whether it was done', () => {
    expect(from(message('Action_Save_Resp', { success: false, errorMsg: 'x' }))).toEqual({
      id: 'Action_Save_Resp',
      success: false,
    });
    expect(from(message('Action_Save_Resp', { success: 'no' }))).toBeNull();
  });

  test('App_VersionRestore is an answer only as Pre_Restore_Ack', () => {
    const status = 'Pre_Restore_Ack';
    expect(from(message('App_VersionRestore', { Status: status }))).toEqual({ id: 'App_VersionRestore', status });
    for (const Status of [undefined, 'pre_restore_ack', 'Post_Restore', [status]]) {
      expect(from(message('App_VersionRestore', { Status }))).toBeNull();
    }
  });

  test('messages to the editor are JSON text with MessageId, SendTime and Values', () => {
    const read = (...args: Parameters<typeof hostMessage>): unknown => JSON.parse(hostMessage(...args));
    expect(read({ id: 'Host_PostmessageReady' }, 17)).toEqual({
      MessageId: 'Host_PostmessageReady',
      SendTime: 17,
      Values: {},
    });
    expect(read({ id: 'Action_SaveAs', values: { Filename: 'Ä "x".odt', Notify: true } }, 18)).toEqual({
      MessageId: 'Action_SaveAs',
      SendTime: 18,
      Values: { Filename: 'Ä "x".odt', Notify: true },
    });
  });
});
