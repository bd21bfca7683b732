/** What the stand-in's editor page is told; embedded as JSON. */
export type EditorPageData = {
  session: string;
  person: string;
  name: string;
  mode: 'edit' | 'view';
  hasWarning: boolean;
  isBackup: boolean;
  text: string;
  postMessageOrigin: string;
  canSave: boolean;
  canSaveCopy: boolean;
  canRename: boolean;
  /** whether it shows the pencil that leads from viewing to editing */
  canAskToEdit: boolean;
  language: string;
  /** what App_LoadingStatus says, one after the other */
  statuses?: string[];
};

/** The editor page of the stand-in: plain, says what it is, and posts the messages that the real one posts. */
export function editorPage(data: EditorPageData): string {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stand-in editor</title><style>
body{margin:0;height:100vh;display:grid;grid-template-rows:auto auto 1fr auto;font:14px/1.45 system-ui,sans-serif;background:#f4f4f5;color:#18181b}
header{display:flex;gap:8px;align-items:center;flex-wrap:wrap;padding:8px 12px;background:#27272a;color:#fff}header b{margin-right:auto}
button{font:inherit;padding:4px 10px}textarea{margin:12px;padding:16px;border:1px solid #a1a1aa;font:16px/1.5 serif;resize:none}
p{margin:0;padding:6px 12px;background:#fef3c7;color:#451a03}footer{padding:6px 12px;min-height:1.4em}dialog input{font:inherit;width:20em}
</style></head><body style="visibility:hidden">
<header><b id="title"></b><button id="save">Save</button><button id="copy">Save Copy As</button><button id="rename">Rename</button><button id="edit">Edit</button><button id="share">Share</button><button id="versions">Versions</button><button id="close">Close</button></header>
<p>Stand-in editor, for development and tests. <span id="people"></span></p>
<textarea id="text" aria-label="Text of the document"></textarea>
<footer role="status" id="status"></footer>
<dialog id="ask"><form method="dialog"><label>Name <input id="name"></label> <button value="ok">OK</button> <button value="">Cancel</button></form></dialog>
<script>
const data = ${json};
const $ = (id) => document.getElementById(id);
// Nobody sees, fills or clicks anything that nothing listens to yet.
document.addEventListener('DOMContentLoaded', () => { document.body.style.visibility = ''; });
const origin = data.postMessageOrigin.replace(/\\/$/, '') || '*';
function post(MessageId, Values = {}) {
  window.parent.postMessage(JSON.stringify({ MessageId, SendTime: Date.now(), Values: { ...Values, 'ui-language': data.language, wdUserSession: data.session } }), origin);
}
async function call(action, body = {}) {
  const answer = await fetch('/stand-in/' + action, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ session: data.session, person: data.person, ...body }) });
  return answer.json();
}
function say(text) { $('status').textContent = text; }
let name = data.name; let typing = Promise.resolve(); let notified = 0; let closed = false;
const base = () => name.replace(/\\.[^.]+$/, '');
function show() { $('title').textContent = name; document.title = name; }
show();
$('text').value = data.text;
$('text').readOnly = data.mode === 'view';
for (const [id, on] of [['save', data.canSave && data.mode === 'edit'], ['copy', data.canSaveCopy], ['rename', data.canRename && data.mode === 'edit'], ['edit', data.canAskToEdit]]) $(id).hidden = !on;
if (data.isBackup) say('The document is opened from a server backup copy and is not saved to storage.');
if (data.hasWarning) say('This file is opened in view mode. The file is locked for editing or your access rights do not allow editing.');
$('text').addEventListener('input', () => {
  const text = $('text').value;
  typing = typing.then(() => call('type', { text })).then(() => say('Not saved'));
  if (Date.now() - notified > 30000) { notified = Date.now(); post('Edit_Notification'); }
});
async function save() {
  await typing;
  const { status } = await call('save');
  say(status === 200 ? 'Saved' : 'An error occurred while saving the file. Please use the “Download as” option to save the file to a drive.');
}
$('save').onclick = save;
window.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') { event.preventDefault(); if (data.canSave && data.mode === 'edit') save(); }
});
function ask(value) {
  return new Promise((resolve) => {
    $('name').value = value; $('ask').showModal();
    $('ask').onclose = () => resolve($('ask').returnValue === 'ok' ? $('name').value : null);
  });
}
$('copy').onclick = async () => {
  const wanted = await ask(name);
  if (!wanted) return;
  await typing;
  const { status } = await call('copy', { name: wanted });
  say(status === 200 ? 'The file copy was successfully saved' : 'An error has occurred while saving the file.');
};
$('rename').onclick = async () => {
  const wanted = await ask(base());
  if (!wanted) return;
  const answer = await call('rename', { name: wanted });
  if (answer.status !== 200) return say('Renaming failed.');
  name = answer.name + name.slice(base().length); show();
  // Twice at whoever renamed.
  for (let n = 0; n < 2; n += 1) post('File_Rename', { NewName: answer.name });
};
$('edit').onclick = () => post('UI_Edit');
$('share').onclick = () => post('UI_Sharing');
$('versions').onclick = () => post('UI_FileVersions');
$('close').onclick = async () => { await typing; closed = true; await call('close'); post('UI_Close'); };
window.addEventListener('pagehide', () => { if (!closed && data.mode === 'edit') navigator.sendBeacon('/stand-in/close', JSON.stringify({ session: data.session, person: data.person })); });
window.addEventListener('message', (event) => {
  if (origin === '*' || event.origin !== origin) return;
  let message; try { message = JSON.parse(event.data); } catch { return; }
  document.body.dataset.received = (document.body.dataset.received ?? '') + ' ' + message.MessageId;
  if (message.MessageId === 'Blur_Focus') $('text').blur();
  if (message.MessageId === 'Grab_Focus') $('text').focus();
});
setInterval(async () => { const { editors } = await call('people'); $('people').textContent = editors > 1 ? editors + ' people are editing.' : ''; }, 1000);
for (const Status of data.statuses ?? ['Document_Loaded']) post('App_LoadingStatus', { DocumentLoadedTime: Date.now(), Status });
</script></body></html>`;
}
