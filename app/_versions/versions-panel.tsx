'use client';

import { Panel } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';
import { RestoreProblem } from './restore-problem';
import { type RestoreControl, useRestore } from './use-restore';
import { VersionList } from './version-list';

type VersionsPanelProps = {
  document: { id: string; name: string };
  /** whether the person may make an earlier version the current one, and give names */
  canRestore: boolean;
  onClose: () => void;
};

/** The versions of a document at the side of a list. It closes itself when one was restored. */
export function VersionsPanel({ onRestored, ...props }: VersionsPanelProps & { onRestored?: () => void }) {
  const restore = useRestore(props.document.id, () => {
    onRestored?.();
    props.onClose();
  });
  return <EditorVersionsPanel {...props} restore={restore} editsHere={false} />;
}

/** The same over the editor, which has to let go of the document before a version can be restored. */
export function EditorVersionsPanel({
  document,
  canRestore,
  onClose,
  restore,
  editsHere,
}: VersionsPanelProps & {
  restore: RestoreControl;
  /** whether this page may be what holds the document */
  editsHere: boolean;
}) {
  const words = useMessages().versions;
  // How the restoring ends is said in the panel.
  const close = () => restore.restoring === null && onClose();
  return (
    <Panel open onClose={close} title={words.title} description={document.name}>
      <RestoreProblem documentId={document.id} restore={restore} editsHere={editsHere} />
      <VersionList documentId={document.id} canRestore={canRestore} restore={restore} />
    </Panel>
  );
}
