'use client';

import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';

type ClosedDialogProps = { open: boolean; onAgain: () => void; onLeave: () => void; onClose: () => void };

/** Says that the editor has ended its session; what is behind it can still be read and copied. */
export function ClosedDialog({ open, onAgain, onLeave, onClose }: ClosedDialogProps) {
  const words = useMessages().editor;
  return (
    <Dialog open={open} onClose={onClose} title={words.closed.title} description={words.closed.text}>
      <div className="dialog-buttons">
        <Button onClick={onLeave}>{words.backToList}</Button>
        <Button look="primary" onClick={onAgain}>
          {words.closed.again}
        </Button>
      </div>
    </Dialog>
  );
}
