'use client';

import { useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { copyVersion } from './actions';
import type { RestoreControl } from './use-restore';

type RestoreProblemProps = { documentId: string; restore: RestoreControl; editsHere: boolean };

/** Why a version was not restored. While somebody edits, its copy is what can be had at once. */
export function RestoreProblem({ documentId, restore, editsHere }: RestoreProblemProps) {
  const { problem } = restore;
  return (
    <>
      <div role="alert">{problem ? <p className="problem">{problem.message}</p> : null}</div>
      {problem?.isLocked ? (
        <div className="version-refusal">
          <CopyButton documentId={documentId} number={problem.number} onDone={restore.forgetProblem} />
          {editsHere ? <CloseEditor documentId={documentId} /> : null}
        </div>
      ) : null}
    </>
  );
}

function CopyButton({ documentId, number, onDone }: { documentId: string; number: number; onDone: () => void }) {
  const { versions: words, editor } = useMessages();
  const [isWorking, setWorking] = useState(false);

  async function saveCopy() {
    setWorking(true);
    const result = await runAction(() => copyVersion({ documentId, number }));
    setWorking(false);
    if (!result.ok) {
      notify({ title: editor.saveCopy.failed, text: result.message, isProblem: true });
      return;
    }
    const link = { label: editor.saveCopy.open, href: `/edit/${result.id}` };
    notify({ id: result.id, title: editor.saveCopy.saved(result.name), link });
    onDone();
  }

  return (
    <Button disabled={isWorking} onClick={saveCopy}>
      {isWorking ? words.savingCopy : words.saveCopy(number)}
    </Button>
  );
}

function CloseEditor({ documentId }: { documentId: string }) {
  const words = useMessages().versions;
  return (
    <>
      <p className="hint">{words.closeFirst}</p>
      <a className="btn" href={`/view/${documentId}?panel=versions`}>
        {words.closeAndShow}
      </a>
    </>
  );
}
