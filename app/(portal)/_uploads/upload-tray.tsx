'use client';

import { RotateCw, X } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { FileTile } from '@/app/_components/file-tile';
import { useMessages } from '@/app/_locale/messages-context';
import type { Messages } from '@/lib/shared/messages/messages-for';
import { type Upload, uploadTotals } from './upload-queue';

type TrayProps = {
  queue: readonly Upload[];
  onCancel: (id: string) => void;
  onCancelAll: () => void;
  onRetry: (id: string) => void;
  onClose: () => void;
};

/** What goes up, file by file. Only its heading is read out as it changes. */
export function UploadTray({ queue, onCancel, onCancelAll, onRetry, onClose }: TrayProps) {
  const words = useMessages().uploads;
  const { open } = uploadTotals(queue);
  const isShown = queue.length > 0;
  return (
    <section className={isShown ? 'tray' : undefined} aria-label={isShown ? words.tray : undefined}>
      <div className={isShown ? 'tray-head' : undefined}>
        <p className={isShown ? 'tray-title' : undefined} role="status">
          {isShown ? headingOf(queue, words) : null}
        </p>
        {open > 0 ? (
          <Button look="quiet" onClick={onCancelAll}>
            {words.cancelAll}
          </Button>
        ) : null}
        {isShown && open === 0 ? (
          <Button look="quiet" iconOnly aria-label={words.closeTray} onClick={onClose}>
            <X className="icon" aria-hidden />
          </Button>
        ) : null}
      </div>
      {isShown ? (
        <ul className="tray-list">
          {queue.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onCancel={onCancel} onRetry={onRetry} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function UploadRow({ upload, onCancel, onRetry }: { upload: Upload } & Pick<TrayProps, 'onCancel' | 'onRetry'>) {
  const words = useMessages().uploads;
  const { id, name, state } = upload;
  const share = upload.size === 0 ? (state === 'done' ? 1 : 0) : Math.min(1, upload.sent / upload.size);
  const percent = Math.floor(share * 100);
  const labels: Record<Upload['state'], string> = {
    waiting: words.waiting,
    sending: words.percent(percent),
    storing: words.storing,
    done: words.done,
    failed: words.failed,
    cancelled: words.cancelled,
  };
  const canRetry = state === 'failed' || state === 'cancelled';
  return (
    <li className="upload">
      <FileTile name={name} />
      <span className="upload-name" title={name}>
        {name}
      </span>
      <span className="upload-state" data-state={state}>
        {labels[state]}
      </span>
      <div
        className="bar"
        data-state={state}
        role="progressbar"
        aria-label={words.progressOf(name)}
        aria-valuenow={percent}
        aria-valuetext={labels[state]}
      >
        <i style={{ transform: `scaleX(${state === 'cancelled' ? 0 : share})` }} />
      </div>
      {canRetry ? (
        <Button look="quiet" iconOnly aria-label={words.retry(name)} onClick={() => onRetry(id)}>
          <RotateCw className="icon" aria-hidden />
        </Button>
      ) : null}
      {canRetry || state === 'done' ? null : (
        <Button look="quiet" iconOnly aria-label={words.cancel(name)} onClick={() => onCancel(id)}>
          <X className="icon" aria-hidden />
        </Button>
      )}
      {upload.problem && state === 'failed' ? (
        <span className="upload-note" data-state="failed">
          {upload.problem}
        </span>
      ) : null}
      {upload.storedAs ? <span className="upload-note">{words.storedAs(upload.storedAs)}</span> : null}
    </li>
  );
}

function headingOf(queue: readonly Upload[], words: Messages['uploads']): string {
  const { all, done, failed, open } = uploadTotals(queue);
  if (open > 0) return words.uploading(done + failed, all);
  if (failed > 0) return done > 0 ? words.finishedWithFailures(done, failed) : words.allFailed(failed);
  return done > 0 ? words.finished(done) : words.nothing;
}
