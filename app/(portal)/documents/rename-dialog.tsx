'use client';

import { useState } from 'react';
import type { ActionResult } from '@/app/_actions/action-result';
import { NameDialog } from '@/app/_components/name-dialog';
import { useMessages } from '@/app/_locale/messages-context';
import type { DocumentListing } from '@/lib/documents/document-listing';
import { splitName } from '@/lib/shared/split-name';

type RenameDialogProps = {
  document: DocumentListing;
  onRename: (document: DocumentListing, name: string) => Promise<ActionResult>;
  onClose: () => void;
};

export function RenameDialog({ document, onRename, onClose }: RenameDialogProps) {
  const words = useMessages().documents.rename;
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const { base, extension } = splitName(document.name);

  async function submit(name: string) {
    if (name === document.name) {
      onClose();
      return;
    }
    setWorking(true);
    const result = await onRename(document, name);
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
