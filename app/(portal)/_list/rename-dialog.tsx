'use client';

import { useState } from 'react';
import type { ActionResult } from '@/app/_actions/action-result';
import { NameDialog } from '@/app/_components/name-dialog';
import { useMessages } from '@/app/_locale/messages-context';
import { splitName } from '@/lib/shared/split-name';
import type { Item } from './item';

type RenameDialogProps = {
  item: Item;
  onRename: (item: Item, name: string) => Promise<ActionResult>;
  onClose: () => void;
};

export function RenameDialog({ item, onRename, onClose }: RenameDialogProps) {
  const words = useMessages().documents.rename;
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const { base, extension } = item.kind === 'folder' ? { base: item.name, extension: '' } : splitName(item.name);

  async function submit(name: string) {
    if (name === item.name) {
      onClose();
      return;
    }
    setWorking(true);
    const result = await onRename(item, name);
    setWorking(false);
    if (result.ok) onClose();
    else setProblem(result.message);
  }

  return (
    <NameDialog
      title={words.title}
      label={words.name}
      start={base}
      extension={extension}
      submit={isWorking ? words.working : words.submit}
      isWorking={isWorking}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
