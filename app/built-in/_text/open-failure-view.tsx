import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { FileInfo } from '@/app/built-in/_wopi/wopi-file';
import type { OpenFailure } from './session-state';

/** Why a text cannot be shown, and what can be done. */
export function OpenFailureView(props: { failure: OpenFailure; info: FileInfo | null; onTry: () => void }) {
  const words = useMessages();
  const { failure, info, onTry } = props;
  const { title, text } = words.textEditor.failures[failure];
  const canTry = failure === 'unreachable' || failure === 'signed-out';
  return (
    <div className="center">
      <div className="card" data-wide role="alert">
        <h2>{title}</h2>
        <p className="text-failure">{text}</p>
        <div className="card-buttons">
          {canTry ? (
            <Button look="primary" onClick={onTry}>
              {words.tryAgain}
            </Button>
          ) : null}
          {failure === 'signed-out' ? (
            <a className="btn" href="/signin" target="_blank" rel="noopener">
              {words.textEditor.signIn}
            </a>
          ) : null}
          {info?.DownloadUrl ? (
            <a className="btn" data-look={canTry ? undefined : 'primary'} href={info.DownloadUrl} download>
              {words.textEditor.download}
            </a>
          ) : null}
          <Button onClick={() => tellHostPage('UI_Close')}>{words.editor.backToList}</Button>
        </div>
      </div>
    </div>
  );
}
