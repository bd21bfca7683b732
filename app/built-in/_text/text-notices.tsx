import { Button } from '@/app/_components/button';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatMoment } from '@/lib/shared/format-when';
import { formatLocale } from '@/lib/shared/messages/locale';
import { type EncodingDoes, EncodingNotice, LackNotice } from './encoding-notice';
import { Notice } from './notice';
import type { OpenState } from './session-state';

export type NoticeActions = {
  saveNow: () => void;
  replace: () => void;
  openAsIs: () => void;
  tryToEdit: () => void;
  saveCopy: (text: string | null) => void;
  downloadText: () => void;
  useFound: () => void;
  dropFound: () => void;
  hideFound: () => void;
  encoding: EncodingDoes;
};

/** What has to be said above the text, with what can be done about it. */
export function TextNotices({ state, does }: { state: OpenState; does: NoticeActions }) {
  const words = useMessages().textEditor;
  return (
    <>
      <ReadNotice state={state} onTry={does.tryToEdit} />
      <SaveNotice state={state} does={does} />
      <EncodingNotice state={state} does={does.encoding} />
      {state.found ? <FoundNotice found={state.found} state={state} does={does} words={words.found} /> : null}
    </>
  );
}

function ReadNotice({ state, onTry }: { state: OpenState; onTry: () => void }) {
  const { textEditor: words, frame } = useMessages();
  const { readReason, holder, info } = state;
  if (readReason === 'locked') {
    return (
      <Notice look="info" text={words.reading.locked(holder)}>
        <Button onClick={onTry}>{words.tryToEdit}</Button>
      </Notice>
    );
  }
  if (readReason === 'other-tab') {
    return (
      <Notice look="info" text={words.reading['other-tab']}>
        <Button onClick={onTry}>{words.tryToEdit}</Button>
      </Notice>
    );
  }
  if (readReason === 'too-large') {
    return (
      <Notice look="info" text={words.reading['too-large']}>
        {info.DownloadUrl ? (
          <a className="btn" href={info.DownloadUrl} download>
            {frame.download}
          </a>
        ) : null}
      </Notice>
    );
  }
  return readReason === 'no-right' ? <Notice look="info" text={words.reading['no-right']} /> : null;
}

function SaveNotice({ state, does }: { state: OpenState; does: NoticeActions }) {
  const { textEditor: words, frame } = useMessages();
  if (state.save.kind !== 'failed') return null;
  const { problem } = state.save;
  if (problem === 'lacks') return <LackNotice state={state} does={does.encoding} />;
  const text =
    problem === 'taken'
      ? words.problems.taken(state.holder)
      : words.problems[problem === 'unreachable' && !navigator.onLine ? 'offline' : problem];
  const copy = <Button onClick={() => does.saveCopy(null)}>{words.found.copy}</Button>;
  return (
    <Notice look="warn" text={text}>
      {problem === 'unreachable' ? <Button onClick={does.saveNow}>{words.saveNow}</Button> : null}
      {problem === 'signed-out' ? (
        <a className="btn" href="/signin" target="_blank" rel="noopener">
          {frame.signIn}
        </a>
      ) : null}
      {problem === 'taken' || problem === 'changed' || problem === 'gone' ? copy : null}
      {problem === 'changed' ? <Button onClick={does.replace}>{words.replace}</Button> : null}
      {problem === 'taken' ? <Button onClick={does.openAsIs}>{words.openAsIs}</Button> : null}
      {problem === 'gone' || problem === 'too-large' ? (
        <Button onClick={does.downloadText}>{words.downloadText}</Button>
      ) : null}
    </Notice>
  );
}

type FoundProps = {
  found: NonNullable<OpenState['found']>;
  state: OpenState;
  does: NoticeActions;
  words: ReturnType<typeof useMessages>['textEditor']['found'];
};

function FoundNotice({ found, state, does, words }: FoundProps) {
  const locale = formatLocale[useLocale()];
  const { justNow } = useMessages();
  const when = formatMoment(new Date(found.keptAt).toISOString(), Date.now(), locale, justNow);
  // The text of a draft that was put in at once stands in the editor.
  if (found.text === '') {
    return (
      <Notice look="info" text={words.back(when)}>
        <Button onClick={does.hideFound}>{words.hide}</Button>
      </Notice>
    );
  }
  const canEdit = state.readReason === null;
  return (
    <Notice look="warn" text={canEdit ? words.other(when) : words.reading(when)}>
      {canEdit ? <Button onClick={does.useFound}>{words.use}</Button> : null}
      <Button onClick={() => does.saveCopy(found.text)}>{words.copy}</Button>
      <Button onClick={does.dropFound}>{words.drop}</Button>
    </Notice>
  );
}
