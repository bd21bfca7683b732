'use client';

import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import type { ListedVersion } from '@/lib/versions/list-versions';
import type { RestoreControl } from './use-restore';

type VersionButtonsProps = {
  documentId: string;
  version: ListedVersion;
  isCurrent: boolean;
  canRestore: boolean;
  restore: RestoreControl;
  onName: () => void;
};

/** What can be done with the version that is chosen. */
export function VersionButtons({ documentId, version, isCurrent, canRestore, restore, onName }: VersionButtonsProps) {
  const words = useMessages().versions;
  const { number } = version;
  const isRestoring = restore.restoring === number;
  return (
    <div className="version-buttons">
      {/* An editor takes an empty file for a new one, and would want to write a template into it. */}
      {isCurrent || version.size === 0 ? null : (
        <a className="btn" href={`/view/${documentId}?version=${number}`}>
          {words.preview}
        </a>
      )}
      <a className="btn" href={`/api/documents/${documentId}/versions/${number}/content`} download>
        {words.download}
      </a>
      {canRestore ? <Button onClick={onName}>{words.name}</Button> : null}
      {canRestore && !isCurrent ? (
        <Button look="primary" disabled={restore.restoring !== null} onClick={() => restore.restore(number)}>
          {isRestoring ? words.restoring : words.restore}
        </Button>
      ) : null}
    </div>
  );
}
