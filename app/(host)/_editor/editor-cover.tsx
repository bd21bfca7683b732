'use client';

import { X } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';

type CoverProps = {
  name: string;
  downloadHref: string;
  isLate: boolean;
  onRetry: () => void;
  onLeave: () => void;
  onWait: () => void;
};

const lines = ['62%', '94%', '88%', '96%', '74%'];

/** Lies over the frame until the editor answers; after 15 seconds it says so and what can be done. */
export function EditorCover({ name, downloadHref, isLate, onRetry, onLeave, onWait }: CoverProps) {
  const words = useMessages();
  return (
    <div className="editor-cover">
      <div className="editor-bar">
        <p role="status">{isLate ? name : words.editor.opening(name)}</p>
        <Button look="quiet" iconOnly aria-label={words.close} onClick={onLeave}>
          <X className="icon" aria-hidden />
        </Button>
      </div>
      {isLate ? (
        <div className="center editor-late">
          <div className="card" data-wide role="alert">
            <h2>{words.editor.timeOut.title(name)}</h2>
            <p>{words.editor.timeOut.text}</p>
            <div className="card-buttons">
              <Button look="primary" onClick={onRetry}>
                {words.tryAgain}
              </Button>
              <a className="btn" href={downloadHref} download>
                {words.editor.download}
              </a>
              <Button onClick={onLeave}>{words.editor.backToList}</Button>
              <Button look="quiet" onClick={onWait}>
                {words.editor.timeOut.wait}
              </Button>
            </div>
          </div>
        </div>
      ) : (
        <div className="editor-sheet" aria-hidden>
          {lines.map((width) => (
            <span key={width} className="skeleton" style={{ width }} />
          ))}
        </div>
      )}
    </div>
  );
}
