import { useState } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import { splitName } from '@/lib/shared/split-name';
import { chooseEncoding } from './encoding-actions';
import type { OpenState } from './session-state';
import type { TextSession } from './text-session';

/** Which dialog is open: `saveCopy` with the text that is copied, null for the one in the editor. */
export type OpenDialog =
  | { kind: 'rename' }
  | { kind: 'saveCopy'; text: string | null }
  | { kind: 'leave' }
  | { kind: 'encoding' };

/** What a person does with the text beside writing it; how it ends is said. */
export function useTextActions(session: TextSession, state: OpenState | null) {
  const words = useMessages().textEditor;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [isWorking, setWorking] = useState(false);

  async function during(work: () => Promise<void>): Promise<void> {
    setWorking(true);
    await work();
    setWorking(false);
  }

  const rename = (name: string) =>
    during(async () => {
      const { base } = splitName(name);
      const { status, response } = await session.file.renameFile(base, session.lockId());
      if (status !== 200 || !response) {
        notify({ title: words.renameFailed, isProblem: true });
        return;
      }
      const { Name }: { Name: string } = await response.json();
      const renamed = Name + splitName(name).extension;
      session.patch({ name: renamed });
      setDialog(null);
      tellHostPage('File_Rename', { NewName: renamed });
      notify({ title: words.renamed(renamed) });
    });

  const saveCopy = (name: string, text: string | null) =>
    during(async () => {
      // What is new would be written in an encoding that is a guess.
      if (session.edited?.isSure === false && (text !== null || session.isUnsaved)) {
        setDialog(null);
        await session.save('asked');
        return;
      }
      const bytes = session.copied(text ?? undefined);
      const { status, response } = await session.file.putRelativeFile(name, bytes);
      if (status !== 200 || !response) {
        const isForbidden = status === 501;
        notify({ title: isForbidden ? words.copyNotAllowed : words.copyFailed, isProblem: true });
        if (isForbidden) setDialog(null);
        return;
      }
      const copy: { Name: string; HostEditUrl: string } = await response.json();
      setDialog(null);
      notify({
        title: words.copySaved(copy.Name),
        link: { label: openWord, href: copy.HostEditUrl },
      });
      // What waited for a decision is safe now: the document itself is shown again.
      if (text !== null) await session.dropDraft();
      else if (state?.save.kind === 'failed') await session.openAsIs();
    });
  const openWord = useMessages().editor.saveCopy.open;

  async function choose(encoding: Encoding): Promise<void> {
    setDialog(null);
    await chooseEncoding(session, encoding);
  }

  async function leave(): Promise<void> {
    if (await session.leave()) tellHostPage('UI_Close');
    else setDialog({ kind: 'leave' });
  }

  async function leaveAnyway(): Promise<void> {
    session.giveUp();
    await session.letGo();
    tellHostPage('UI_Close');
  }

  function downloadText(): void {
    const url = URL.createObjectURL(new Blob([session.copied()], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = state?.name ?? 'text.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  return { dialog, setDialog, isWorking, rename, saveCopy, choose, leave, leaveAnyway, downloadText };
}
