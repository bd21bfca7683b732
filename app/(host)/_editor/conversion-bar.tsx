'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';

type ConversionBarProps = {
  documentId: string;
  name: string;
  /** the extension of the copy, with its period */
  copyAs: string;
  /** whether the copy is being made, otherwise it is offered */
  isConverting: boolean;
  onLeave: () => void;
};

/** Above a document of a type that can only be viewed: the way to a copy that can be edited, or back from it. */
export function ConversionBar({ documentId, name, copyAs, isConverting, onLeave }: ConversionBarProps) {
  const words = useMessages().editor;
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  if (isConverting) {
    return (
      <div className="editor-bar" data-wraps>
        <p>{words.conversion.working(name, copyAs)}</p>
        <Button look="quiet" iconOnly aria-label={words.backToList} title={words.backToList} onClick={onLeave}>
          <X className="icon" aria-hidden />
        </Button>
      </div>
    );
  }
  return (
    <div className="editor-bar" data-wraps>
      <p>{words.conversion.viewOnly}</p>
      {/* A whole page of its own, and never fetched ahead: opening it makes a copy. */}
      <a className="btn" href={`/edit/${documentId}`}>
        {words.conversion.editCopy(copyAs)}
      </a>
      <Button look="quiet" iconOnly aria-label={words.conversion.hide} onClick={() => setHidden(true)}>
        <X className="icon" aria-hidden />
      </Button>
    </div>
  );
}
