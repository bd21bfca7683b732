'use client';

import { NameDialog } from '@/app/_components/name-dialog';
import { useMessages } from '@/app/_locale/messages-context';
import { splitName } from '@/lib/shared/split-name';

type SaveAsDialogProps = {
  name: string;
  /** the extension that the editor wants to save in, without a period; null for the document's own */
  format: string | null;
  onSubmit: (name: string) => void;
  onClose: () => void;
};

/** Asks for the name of a copy on behalf of an editor that has no dialog of its own for that. */
export function SaveAsDialog({ name, format, onSubmit, onClose }: SaveAsDialogProps) {
  const words = useMessages().editor.saveCopy;
  const { base, extension } = splitName(name);
  return (
    <NameDialog
      title={words.title}
      label={words.name}
      start={base}
      extension={format === null ? extension : `.${format}`}
      submit={words.submit}
      isWorking={false}
      problem={null}
      onSubmit={onSubmit}
      onClose={onClose}
    />
  );
}
