'use client';

import { Button } from '@/app/_components/button';
import { When } from '@/app/_components/when';
import { useMessages } from '@/app/_locale/messages-context';
import type { RestoreControl } from '@/app/_versions/use-restore';
import { showCurrentVersion } from './leave-editor';

type VersionBarProps = {
  documentId: string;
  /** where the document itself opens */
  currentHref: string;
  version: { number: number; savedAt: string };
  canRestore: boolean;
  restore: RestoreControl;
};

/** Above an earlier version: which one it is, the way back to the document, and the way to make it current again. */
export function VersionBar({ documentId, currentHref, version, canRestore, restore }: VersionBarProps) {
  const words = useMessages().versions;
  const [before, after] = words.bar(version.number);
  const isRestoring = restore.restoring !== null;
  return (
    <div className="editor-bar version-bar" data-wraps>
      <p>
        {before}
        <When iso={version.savedAt} form="full" />
        {after}
      </p>
      <Button onClick={() => showCurrentVersion(documentId, currentHref)}>{words.backToCurrent}</Button>
      {canRestore ? (
        <Button look="primary" disabled={isRestoring} onClick={() => restore.restore(version.number)}>
          {isRestoring ? words.restoring : words.restore}
        </Button>
      ) : null}
    </div>
  );
}
