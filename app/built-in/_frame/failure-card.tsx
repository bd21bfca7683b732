import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import { tellHostPage } from './host-page';

type FailureCardProps = {
  title: string;
  text: string;
  /** where it may go well another time */
  onTry: (() => void) | null;
  isSignedOut: boolean;
  downloadHref: string | undefined;
};

/** Why a document is not shown, and what can be done. */
export function FailureCard({ title, text, onTry, isSignedOut, downloadHref }: FailureCardProps) {
  const words = useMessages();
  return (
    <div className="center frame-cover">
      <div className="card" data-wide role="alert">
        <h2>{title}</h2>
        <p className="frame-failure">{text}</p>
        <div className="card-buttons">
          {onTry ? (
            <Button look="primary" onClick={onTry}>
              {words.tryAgain}
            </Button>
          ) : null}
          {isSignedOut ? (
            <a className="btn" href="/signin" target="_blank" rel="noopener">
              {words.frame.signIn}
            </a>
          ) : null}
          {downloadHref ? (
            <a className="btn" data-look={onTry ? undefined : 'primary'} href={downloadHref} download>
              {words.frame.download}
            </a>
          ) : null}
          <Button onClick={() => tellHostPage('UI_Close')}>{words.editor.backToList}</Button>
        </div>
      </div>
    </div>
  );
}
