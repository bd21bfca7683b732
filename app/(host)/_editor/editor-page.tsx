'use client';

import { useEffect, useRef, useState } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { shownTheme } from '@/app/_theme/theme-choice';
import type { OpenedDocument } from '@/lib/wopi/open-document';
import { ClosedDialog } from './closed-dialog';
import { ConversionBar } from './conversion-bar';
import { downloadHref } from './download-href';
import { EditorCover } from './editor-cover';
import { FactsPanel, type PanelName } from './facts-panel';
import { forgetPreviousSession } from './forget-previous-session';
import { leaveEditor } from './leave-editor';
import { SaveAsDialog } from './save-as-dialog';
import { SessionDialog } from './session-dialog';
import { UnprovenBar } from './unproven-bar';
import { type EditorWish, useEditorFrame } from './use-editor-frame';
import { useSavedCopies } from './use-saved-copies';
import { useSession } from './use-session';
import { useVersionRestore } from './use-version-restore';
import { VersionBar } from './version-bar';

type EditorPageProps = Extract<OpenedDocument, { kind: 'editor' }> & { openedAt: string; firstPanel: PanelName | null };

/** The page around the editor: frame, messages, session, saved copies, versions. */
export function EditorPage(props: EditorPageProps) {
  const { document: opened, version, client, mode, does, canEdit, canRestore, copyAs, openedAt } = props;
  const words = useMessages();
  const isConverting = does === 'convert';
  const [name, setName] = useState(opened.name);
  const [panel, setPanel] = useState(props.firstPanel);
  const [saveAs, setSaveAs] = useState<{ format: string | null } | null>(null);
  const [isClosed, setClosed] = useState(false);
  const waitsForCopy = useRef(false);
  const shownNumber = version?.number ?? null;
  const session = useSession({
    documentId: opened.id,
    mode,
    client,
    version: shownNumber,
    openedAt,
    first: props,
    // The built-in client renews the token of a document itself; an earlier version it knows by its own id only.
    isWatched: !isConverting && (client === 'document-server' || version !== null),
  });
  const place = useRef<HTMLDivElement>(null);
  const editor = useEditorFrame({
    place,
    target: session.target,
    title: words.editor.frameTitle(opened.name),
    themeOf: shownTheme,
    kind: isConverting ? 'converter' : 'editor',
    onMessage: doAsTold,
  });
  const { send } = editor;
  const currentHref = `/${canEdit ? 'edit' : 'view'}/${opened.id}`;
  const leave = () => leaveEditor(opened.listPath);
  const restore = useVersionRestore({
    documentId: opened.id,
    isEditing: mode === 'edit',
    hasJustLeft: () => mode === 'view' && document.referrer.startsWith(`${window.location.origin}/edit/${opened.id}`),
    editor,
    reopen: async () => {
      if (version === null) await session.renew();
    },
    onDone: () => (version === null ? setPanel(null) : window.location.replace(currentHref)),
    onProblem: () => setPanel('versions'),
  });
  // The built-in client says itself where a copy is.
  useSavedCopies(opened.id, openedAt, !isConverting && client === 'document-server');
  useEffect(forgetPreviousSession, []);
  useEffect(() => {
    document.title = words.title(shownNumber === null ? name : words.versions.pageTitle(name, shownNumber));
  }, [name, shownNumber, words]);

  function doAsTold(message: EditorWish): void {
    switch (message.id) {
      case 'UI_Close':
        leave();
        break;
      case 'UI_Edit':
        if (canEdit) window.location.replace(`/edit/${opened.id}`);
        // What is viewed here stays as it is: Back leads to it again.
        else if (copyAs) window.location.assign(`/edit/${opened.id}`);
        break;
      case 'UI_FileVersions':
        setPanel('versions');
        break;
      case 'UI_Sharing':
        setPanel('sharing');
        break;
      case 'UI_SaveAs':
        setSaveAs({ format: message.format });
        break;
      case 'Action_Save_Resp':
        if (waitsForCopy.current && !message.success) {
          notify({ title: words.editor.saveCopy.failed, text: words.editor.saveCopy.failedText, isProblem: true });
        }
        waitsForCopy.current = false;
        break;
      case 'File_Rename':
        setName(message.newName.endsWith(opened.extension) ? message.newName : message.newName + opened.extension);
        break;
      case 'Edit_Notification':
        session.noteChanges();
        break;
      case 'Session_Closed':
        if (restore.restoring === null) setClosed(true);
        break;
      case 'App_VersionRestore':
        restore.letGo();
        break;
    }
  }

  function closePanel(): void {
    // How the restoring ends is said in the panel.
    if (restore.restoring !== null) return;
    setPanel(null);
    restore.forgetProblem();
  }

  function saveCopy(copyName: string): void {
    setSaveAs(null);
    waitsForCopy.current = true;
    send({ id: 'Action_SaveAs', values: { Filename: copyName, Notify: true } });
  }

  const isCovered = panel !== null || saveAs !== null || isClosed || session.question !== null;
  const wasCovered = useRef(false);
  useEffect(() => {
    if (isCovered === wasCovered.current) return;
    wasCovered.current = isCovered;
    // The editor holds the keyboard until it is told to let go.
    send({ id: isCovered ? 'Blur_Focus' : 'Grab_Focus' });
  }, [isCovered, send]);

  return (
    <main className="editor">
      <h1 className="sr-only">{name}</h1>
      {copyAs && does !== 'edit' ? (
        <ConversionBar documentId={opened.id} name={name} copyAs={copyAs} isConverting={isConverting} onLeave={leave} />
      ) : null}
      {props.isUnproven && mode === 'view' && version === null ? <UnprovenBar /> : null}
      {version ? (
        <VersionBar
          documentId={opened.id}
          currentHref={currentHref}
          version={version}
          canRestore={canRestore}
          restore={restore}
        />
      ) : null}
      <div className="editor-frame" ref={place} />
      {editor.state === 'loading' || editor.state === 'late' ? (
        <EditorCover
          name={name}
          downloadHref={downloadHref(opened.id, shownNumber)}
          isLate={editor.state === 'late'}
          onRetry={session.renew}
          onLeave={leave}
          onWait={editor.wait}
        />
      ) : null}
      {panel ? (
        <FactsPanel
          key={panel}
          show={panel}
          document={{ id: opened.id, name }}
          canRestore={canRestore}
          restore={restore}
          editsHere={mode === 'edit'}
          onClose={closePanel}
        />
      ) : null}
      {saveAs ? (
        <SaveAsDialog name={name} format={saveAs.format} onSubmit={saveCopy} onClose={() => setSaveAs(null)} />
      ) : null}
      <ClosedDialog
        open={isClosed}
        onClose={() => setClosed(false)}
        onLeave={leave}
        onAgain={() => {
          setClosed(false);
          session.renew();
        }}
      />
      <SessionDialog
        question={session.question}
        problem={session.problem}
        isRenewing={session.isRenewing}
        onRenew={session.renew}
        onLater={session.postpone}
      />
    </main>
  );
}
