'use client';

import { useRef } from 'react';
import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';

type AskDialogProps = {
  title: string;
  text: string;
  submit: string;
  isWorking: boolean;
  onSubmit: () => void;
  onClose: () => void;
};

/** Asks before something is deleted for ever. Cancel has the focus, so that Enter alone deletes nothing. */
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
          {isWorking ? words.trash.ask.working : submit}
        </Button>
      </div>
    </Dialog>
  );
}
