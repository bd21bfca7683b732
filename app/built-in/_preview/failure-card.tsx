import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { FileInfo } from '@/app/built-in/_wopi/wopi-file';
import type { PreviewKind } from '@/lib/shared/built-in-types';
import { mayPass, type PreviewFailure } from './preview-failure';

type FailureCardProps = {
  failure: PreviewFailure;
  kind: PreviewKind | null;
  info: FileInfo | null;
  onTry: () => void;
};

/** Why a document is not shown, and what can be done. */
export function FailureCard({ failure, kind, info, onTry }: FailureCardProps) {
  const words = useMessages();
  const { title, text } =
    failure === 'wrong-type'
      ? { title: words.preview.wrongType.title, text: words.preview.wrongType[kind ?? 'docx'] }
      : words.preview.failures[failure];
  const canTry = mayPass(failure);
  const download = info?.DownloadUrl;
  return (
    <div className="center preview-cover">
      <div className="card" data-wide role="alert">
        <h2>{title}</h2>
        <p className="preview-failure">{text}</p>
        <div className="card-buttons">
          {canTry ? (
            <Button look="primary" onClick={onTry}>
              {words.tryAgain}
            </Button>
          ) : null}
          {failure === 'signed-out' ? (
            <a className="btn" href="/signin" target="_blank" rel="noopener">
              {words.preview.signIn}
            </a>
          ) : null}
          {download ? (
            <a className="btn" data-look={canTry ? undefined : 'primary'} href={download} download>
              {words.preview.download}
            </a>
          ) : null}
          <Button onClick={() => tellHostPage('UI_Close')}>{words.editor.backToList}</Button>
        </div>
      </div>
    </div>
  );
}
