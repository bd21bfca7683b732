'use client';

import { useRef, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { NameDialog } from '@/app/_components/name-dialog';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { newFolder } from '../_list/folder-actions';
import { newDocument } from './actions';
import { useCurrentFolder } from './current-folder';
import { extensionOf, type NewKind } from './new-kinds';

type NewDialogProps = { kind: NewKind | 'folder'; onClose: () => void };

/** Asks for the name; a document then opens, a folder is shown in the list. */
export function NewDialog({ kind, onClose }: NewDialogProps) {
  const { documents, portal } = useMessages();
  const words = documents.new;
  const folderId = useCurrentFolder();
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const isClosed = useRef(false);

  async function create(name: string) {
    setWorking(true);
    const result =
      kind === 'folder'
        ? await runAction(() => newFolder({ folderId, name }))
        : await runAction(() => newDocument({ kind, name, folderId }));
    setWorking(false);
    if (!result.ok) setProblem(result.message);
    else if (kind === 'folder') {
      const text = result.name === name.normalize('NFC') ? undefined : documents.nameAdjusted;
      notify({ title: portal.done.folderMade(result.name), text });
      onClose();
    } else if (!isClosed.current) {
      setWorking(true);
      window.location.assign(`/edit/${result.id}`);
    }
  }

  return (
    <NameDialog
      title={words.titles[kind]}
      label={words.name}
      start={words.defaults[kind]}
      extension={extensionOf[kind]}
      submit={isWorking ? words.creating : kind === 'folder' ? words.createFolder : words.create}
      isWorking={isWorking}
      problem={problem}
      onSubmit={create}
      onClose={() => {
        isClosed.current = true;
        onClose();
      }}
    />
  );
}
