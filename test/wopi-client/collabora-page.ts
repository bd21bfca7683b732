import { type EditorPageData, editorPage } from './editor-page';

/**
 * The stand-in's editor page with Collabora's PostMessages (§7.1): it listens to nothing before
 * Host_PostmessageReady, leaves the dialog of Save Copy As to the host, and lets go of the document when the
 * host is about to restore a version.
 */
export function collaboraPage(data: EditorPageData): string {
  return editorPage({ ...data, statuses: ['Initialized', 'Frame_Ready', 'Document_Loaded'] }).replace(
    '</body>',
    `<script>
let isHostReady = false;
for (const [label, id] of [['Save as ODT', 'odt'], ['End session', 'end']]) {
  const button = document.createElement('button'); button.id = id; button.textContent = label; $('close').before(button);
}
$('copy').onclick = () => post('UI_SaveAs');
$('odt').onclick = () => post('UI_SaveAs', { format: 'odt' });
$('share').onclick = () => post('UI_Share');
$('end').onclick = () => { $('text').readOnly = true; post('Session_Closed', { Reason: 'OwnerTermination' }); };
$('text').addEventListener('input', () => post('Doc_ModifiedStatus', { Modified: true }));
window.addEventListener('message', async (event) => {
  if (event.origin !== origin) return;
  let message; try { message = JSON.parse(event.data); } catch { return; }
  if (message.MessageId === 'Host_PostmessageReady') isHostReady = true;
  if (!isHostReady) return;
  if (message.MessageId === 'Action_SaveAs') {
    await typing;
    const { status } = await call('copy', { name: message.Values.Filename });
    if (message.Values.Notify) post('Action_Save_Resp', { success: status === 200, fileName: message.Values.Filename });
  }
  if (message.MessageId === 'Host_VersionRestore' && message.Values.Status === 'Pre_Restore') {
    await typing; closed = true; await call('close');
    post('App_VersionRestore', { Status: 'Pre_Restore_Ack' });
  }
});
</script></body>`,
  );
}
