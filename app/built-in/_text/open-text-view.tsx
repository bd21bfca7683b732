import { BookOpen, Save, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import { FrameBar } from '@/app/built-in/_frame/frame-bar';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import { isMarkdown, isProse } from './editor-extensions';
import { confirmEncoding, saveInUtf8, showWhatLacks } from './encoding-actions';
import { MarkdownPreview } from './markdown-preview';
import { SaveState } from './save-state';
import type { OpenState } from './session-state';
import { StatusLine } from './status-line';
import { TextArea } from './text-area';
import { TextDialogs } from './text-dialogs';
import { TextMenu } from './text-menu';
import { TextNotices } from './text-notices';
import type { TextSession } from './text-session';
import type { Spot } from './use-code-mirror';
import { usePreviewChoice } from './use-preview-choice';
import { useTextActions } from './use-text-actions';

/** A text that is open, with everything around it. */
export function OpenText({ session, state }: { session: TextSession; state: OpenState }) {
  const words = useMessages().textEditor;
  const actions = useTextActions(session, state);
  const [text, setText] = useState(state.text);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [wraps, setWraps] = useState(isProse(state.name));
  const [showsPreview, setShowsPreview] = usePreviewChoice();
  const search = useRef<() => void>(() => undefined);
  const canPreview = isMarkdown(state.name);
  const isEditing = state.readReason === null;
  const canAskToEdit = state.readReason === 'view' && state.info.HostEditUrl !== undefined;

  useEffect(() => {
    const save = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      session.save('asked');
    };
    window.addEventListener('keydown', save);
    return () => window.removeEventListener('keydown', save);
  }, [session]);

  const does = {
    saveNow: () => session.save('asked'),
    replace: () => session.save('asked', true),
    openAsIs: () => session.openAsIs(),
    tryToEdit: () => session.open(),
    saveCopy: (copied: string | null) => actions.setDialog({ kind: 'saveCopy', text: copied }),
    downloadText: actions.downloadText,
    useFound: () => session.putFound(),
    dropFound: () => session.dropDraft(),
    hideFound: () => session.patch({ found: null }),
    encoding: {
      confirm: () => confirmEncoding(session),
      chooseOther: () => actions.setDialog({ kind: 'encoding' }),
      saveInUtf8: () => saveInUtf8(session),
      showWhatLacks: () => showWhatLacks(session),
    },
  };

  return (
    <div className="frame">
      <FrameBar
        name={state.name}
        onClose={actions.leave}
        state={<SaveState state={state} />}
        title={
          state.info.UserCanRename && isEditing ? (
            <h1>
              <button
                type="button"
                className="name-button"
                title={words.rename}
                onClick={() => actions.setDialog({ kind: 'rename' })}
              >
                {state.name}
              </button>
            </h1>
          ) : undefined
        }
      >
        {canPreview ? (
          <Button
            look="quiet"
            iconOnly
            aria-pressed={showsPreview}
            aria-label={words.preview}
            title={words.preview}
            onClick={() => setShowsPreview(!showsPreview)}
          >
            <BookOpen className="icon" aria-hidden />
          </Button>
        ) : null}
        <Button look="quiet" iconOnly aria-label={words.find} title={words.find} onClick={() => search.current()}>
          <Search className="icon" aria-hidden />
        </Button>
        {isEditing ? (
          <Button look="quiet" iconOnly aria-label={words.saveKey} title={words.saveKey} onClick={does.saveNow}>
            <Save className="icon" aria-hidden />
          </Button>
        ) : null}
        {canAskToEdit ? <Button onClick={() => tellHostPage('UI_Edit')}>{words.edit}</Button> : null}
        <TextMenu
          state={state}
          onSaveCopy={() => does.saveCopy(null)}
          onRename={() => actions.setDialog({ kind: 'rename' })}
          onEncoding={does.encoding.chooseOther}
          onWrap={() => setWraps(!wraps)}
        />
      </FrameBar>
      <TextNotices state={state} does={does} />
      <main className="text-panes" data-preview={(canPreview && showsPreview) || undefined}>
        <TextArea session={session} state={state} wraps={wraps} onSpot={setSpot} onText={setText} search={search} />
        {canPreview && showsPreview ? <MarkdownPreview text={text} /> : null}
      </main>
      <StatusLine state={state} text={text} spot={spot} onEncoding={does.encoding.chooseOther} />
      <TextDialogs session={session} state={state} actions={actions} />
    </div>
  );
}
