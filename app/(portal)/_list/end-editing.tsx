'use client';

import { useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { AskDialog } from '@/app/_components/ask-dialog';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { endEditing } from './details-actions';
import type { DocumentItem } from './item';

/** The way out when an editor has gone and its lock is still there, for the owner and for administrators. */
export function EndEditing({ document, onClose }: { document: DocumentItem; onClose: () => void }) {
  const words = useMessages().portal.details;
  const [isWorking, setWorking] = useState(false);

  async function end() {
    setWorking(true);
    const result = await runAction(() => endEditing({ documentId: document.id }));
    if (result.ok) notify({ title: words.released(document.name) });
    else notify({ title: words.notReleased(document.name), text: result.message, isProblem: true });
    onClose();
  }

  return (
    <AskDialog
      title={words.releaseTitle(document.name)}
      text={words.releaseText(document.editingBy.map(({ name }) => name).join(', '))}
      submit={words.release}
      isWorking={isWorking}
      onSubmit={end}
      onClose={onClose}
    />
  );
}
