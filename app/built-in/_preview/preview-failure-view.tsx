import { useMessages } from '@/app/_locale/messages-context';
import { FailureCard } from '@/app/built-in/_frame/failure-card';
import type { FileInfo } from '@/app/built-in/_wopi/wopi-file';
import type { PreviewKind } from '@/lib/shared/built-in-types';
import { mayPass, type PreviewFailure } from './preview-failure';

type PreviewFailureViewProps = {
  failure: PreviewFailure;
  kind: PreviewKind | null;
  info: FileInfo | null;
  onTry: () => void;
};

/** Why a document is not shown, and what can be done. */
export function PreviewFailureView({ failure, kind, info, onTry }: PreviewFailureViewProps) {
  const { frame, preview } = useMessages();
  const said =
    failure === 'wrong-type'
      ? { title: preview.wrongType.title, text: preview.wrongType[kind ?? 'docx'] }
      : { ...frame.failures, ...preview.failures }[failure];
  return (
    <FailureCard
      {...said}
      onTry={mayPass(failure) ? onTry : null}
      isSignedOut={failure === 'signed-out'}
      downloadHref={info?.DownloadUrl}
    />
  );
}
