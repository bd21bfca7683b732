'use client';

import { useRef, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { restoreVersion } from '@/app/_versions/actions';
import type { RestoreControl } from '@/app/_versions/use-restore';
import type { HostMessage } from '@/lib/shared/post-message';

/** Collabora answers at once, ONLYOFFICE never. */
const answerMs = 4_000;
/** The answer may be here before the editor's last save and Unlock have reached the host. */
const unlockTries = 20;
const unlockPauseMs = 1_000;

type RestoreInput = {
  documentId: string;
  /** whether the editor of this page may have the document locked */
  isEditing: boolean;
  /** whether the person has just left the editor, which may not have unlocked the document yet */
  hasJustLeft: () => boolean;
  editor: { send: (message: HostMessage) => void; remove: () => void };
  /** opens the document in the editor anew */
  reopen: () => Promise<void>;
  onDone: () => void;
  onProblem: () => void;
};

/**
 * Brings an earlier version back while the editor has the document open: asks the editor to let go of it, calls
 * the action, and opens the editor anew. An editor that does not answer is not taken away: the server refuses
 * while the document is locked, and the refusal is shown.
 */
export function useVersionRestore(input: RestoreInput): RestoreControl & { letGo: () => void } {
  const { documentId, isEditing, hasJustLeft, editor, reopen, onDone, onProblem } = input;
  const words = useMessages().versions;
  const [restoring, setRestoring] = useState<number | null>(null);
  const [problem, setProblem] = useState<RestoreControl['problem']>(null);
  const answered = useRef<(() => void) | null>(null);

  async function restore(number: number): Promise<void> {
    if (restoring !== null) return;
    setRestoring(number);
    setProblem(null);
    const hasLetGo = isEditing && (await askEditor());
    if (hasLetGo) editor.remove();
    const result = await restoreOnce(number, hasLetGo || hasJustLeft() ? unlockTries : 0);
    setRestoring(null);
    if (result.ok) {
      notify({ title: words.restored(number) });
      onDone();
    } else {
      setProblem({ number, message: result.message, isLocked: result.code === 'being-edited' });
      onProblem();
    }
    if (result.ok || hasLetGo) await reopen();
  }

  async function restoreOnce(number: number, triesLeft: number): ReturnType<typeof restoreVersion> {
    const result = await runAction(() => restoreVersion({ documentId, number }));
    if (result.ok || result.code !== 'being-edited' || triesLeft === 0) return result;
    await new Promise((resolve) => setTimeout(resolve, unlockPauseMs));
    return restoreOnce(number, triesLeft - 1);
  }

  function askEditor(): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (hasLetGo: boolean) => {
        clearTimeout(timer);
        answered.current = null;
        resolve(hasLetGo);
      };
      const timer = setTimeout(() => end(false), answerMs);
      answered.current = () => end(true);
      editor.send({ id: 'Host_VersionRestore', values: { Status: 'Pre_Restore' } });
    });
  }

  return {
    restore,
    restoring,
    problem,
    forgetProblem: () => setProblem(null),
    /** The editor said that it has let go of the document. Unasked it means nothing. */
    letGo: () => answered.current?.(),
  };
}
