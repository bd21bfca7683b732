'use client';

import { Panel } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';
import { PeopleList } from './people-list';
import type { VersionRestore } from './use-version-restore';
import { VersionList } from './version-list';

/** What a panel over the editor can show. */
export type PanelName = 'versions' | 'sharing';

type FactsPanelProps = {
  show: PanelName;
  documentId: string;
  name: string;
  canRestore: boolean;
  restore: VersionRestore;
  onClose: () => void;
};

/** Over the editor: the versions of the document, or who has access to it. */
export function FactsPanel({ show, documentId, name, canRestore, restore, onClose }: FactsPanelProps) {
  const words = useMessages().editor[show];
  return (
    <Panel open onClose={onClose} title={words.title} description={name}>
      {show === 'versions' ? (
        <VersionList documentId={documentId} canRestore={canRestore} restore={restore} />
      ) : (
        <PeopleList documentId={documentId} />
      )}
    </Panel>
  );
}
