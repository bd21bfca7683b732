'use client';

import { useRef } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { Button } from './button';
import { Dialog } from './dialog';

type AskDialogProps = {
  title: string;
  text: string;
  submit: string;
  isWorking: boolean;
  onSubmit: () => void;
  onClose: () => void;
};

/** Asks before something that cannot be undone. Cancel has the focus, so that Enter alone does nothing. */
export function AskDialog({ title, text, submit, isWorking, onSubmit, onClose }: AskDialogProps) {
  const words = useMessages();
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog open onClose={onClose} title={title} description={text} initialFocus={cancel}>
      <div className="dialog-buttons">
        <Button ref={cancel} onClick={onClose}>
          {words.cancel}
        </Button>
        <Button look="primary" disabled={isWorking} onClick={onSubmit}>
          {isWorking ? words.portal.place.working : submit}
        </Button>
      </div>
    </Dialog>
  );
}
