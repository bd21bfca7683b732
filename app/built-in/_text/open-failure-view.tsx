import { useMessages } from '@/app/_locale/messages-context';
import { FailureCard } from '@/app/built-in/_frame/failure-card';
import type { FileInfo } from '@/app/built-in/_wopi/wopi-file';
import type { OpenFailure } from './session-state';

/** Why a text cannot be shown, and what can be done. */
export function OpenFailureView(props: { failure: OpenFailure; info: FileInfo | null; onTry: () => void }) {
  const { frame, textEditor } = useMessages();
  const { failure, info, onTry } = props;
  const canTry = failure === 'unreachable' || failure === 'signed-out';
  return (
    <FailureCard
      {...{ ...frame.failures, ...textEditor.failures }[failure]}
      onTry={canTry ? onTry : null}
      isSignedOut={failure === 'signed-out'}
      downloadHref={info?.DownloadUrl}
    />
  );
}
