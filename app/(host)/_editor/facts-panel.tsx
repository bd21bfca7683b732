'use client';

import { Panel } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';
import type { RestoreControl } from '@/app/_versions/use-restore';
import { EditorVersionsPanel } from '@/app/_versions/versions-panel';
import { PeopleList } from './people-list';

/** What a panel over the editor can show. */
export type PanelName = 'versions' | 'sharing';

type FactsPanelProps = {
  show: PanelName;
  document: { id: string; name: string };
  canRestore: boolean;
  restore: RestoreControl;
  /** whether this page may be what holds the document */
  editsHere: boolean;
  onClose: () => void;
};

/** Over the editor: the versions of the document, or who has access to it. */
export function FactsPanel({ show, onClose, ...rest }: FactsPanelProps) {
  const words = useMessages().editor.sharing;
  if (show === 'versions') return <EditorVersionsPanel {...rest} onClose={onClose} />;
  return (
    <Panel open onClose={onClose} title={words.title} description={rest.document.name}>
      <PeopleList documentId={rest.document.id} />
    </Panel>
  );
}
