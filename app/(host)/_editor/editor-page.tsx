'use client';

import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { shownTheme } from '@/app/_theme/theme-choice';
import type { OpenedDocument } from '@/lib/wopi/open-document';
import { EditorCover } from './editor-cover';
import { FactsPanel } from './facts-panel';
import { SessionDialog } from './session-dialog';
import { useEditorFrame } from './use-editor-frame';
import { useSavedCopies } from './use-saved-copies';
import { useSession } from './use-session';

type EditorPageProps = Extract<OpenedDocument, { kind: 'editor' }> & { openedAt: string };

/** The page around the editor: frame, messages, session, saved copies. */
export function EditorPage(props: EditorPageProps) {
  const { document: opened, mode, canEdit, openedAt } = props;
  const words = useMessages();
  const [name, setName] = useState(opened.name);
  const [panel, setPanel] = useState<'versions' | 'sharing' | null>(null);
  const session = useSession({ documentId: opened.id, mode, openedAt, first: props });
  const place = useRef<HTMLDivElement>(null);
  const editor = useEditorFrame({
    place,
    target: session.target,
    title: words.editor.frameTitle(opened.name),
    themeOf: shownTheme,
    on: {
      rename: (base) => setName(base.endsWith(opened.extension) ? base : base + opened.extension),
      change: session.noteChanges,
      edit: () => canEdit && window.location.replace(`/edit/${opened.id}`),
      panel: setPanel,
    },
  });
  useSavedCopies(opened.id, openedAt);

  useEffect(() => {
    document.title = words.title(name);
  }, [name, words]);

  const isCovered = panel !== null || session.question !== null;
  const { send } = editor;
  const wasCovered = useRef(false);
  useEffect(() => {
    if (isCovered === wasCovered.current) return;
    wasCovered.current = isCovered;
    // The editor holds the keyboard until it is told to let go.
    send(isCovered ? 'Blur_Focus' : 'Grab_Focus');
  }, [isCovered, send]);

  return (
    <main className="editor">
      <h1 className="sr-only">{name}</h1>
      <div className="editor-frame" ref={place} />
      {editor.state === 'loading' || editor.state === 'late' ? (
        <EditorCover
          name={name}
          documentId={opened.id}
          isLate={editor.state === 'late'}
          onRetry={session.renew}
          onWait={editor.wait}
        />
      ) : null}
      {panel ? (
        <FactsPanel key={panel} show={panel} documentId={opened.id} name={name} onClose={() => setPanel(null)} />
      ) : null}
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
