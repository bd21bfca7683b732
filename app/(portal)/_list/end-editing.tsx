'use client';

import { useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { AskDialog } from '@/app/_components/ask-dialog';
import { Button } from '@/app/_components/button';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { endEditing } from './details-actions';
import type { DocumentItem } from './item';

/** The owner's way out when an editor has gone and its lock is still there. */
export function EndEditing({ document, onDone }: { document: DocumentItem; onDone: () => void }) {
  const words = useMessages().portal.details;
  const [isAsking, setAsking] = useState(false);
  const [isWorking, setWorking] = useState(false);

  async function end() {
    setWorking(true);
    const result = await runAction(() => endEditing({ documentId: document.id }));
    setWorking(false);
    setAsking(false);
    if (result.ok) {
      notify({ title: words.released(document.name) });
      onDone();
    } else notify({ title: words.notReleased(document.name), text: result.message, isProblem: true });
  }

  return (
    <>
      <Button className="panel-button" onClick={() => setAsking(true)}>
        {words.release}
      </Button>
      {isAsking ? (
        <AskDialog
          title={words.releaseTitle(document.name)}
          text={words.releaseText(document.editingBy.map(({ name }) => name).join(', '))}
          submit={words.release}
          isWorking={isWorking}
          onSubmit={end}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
