'use client';

import { Avatar } from '@/app/_components/avatar';
import { Button } from '@/app/_components/button';
import { When } from '@/app/_components/when';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import { describeVersions } from './actions';
import { Facts, useFacts } from './facts';
import type { VersionRestore } from './use-version-restore';

type VersionListProps = { documentId: string; canRestore: boolean; restore: VersionRestore };

/** The versions of the document, each earlier one with the way back to it. */
export function VersionList({ documentId, canRestore, restore }: VersionListProps) {
  const words = useMessages().editor.versions;
  const locale = formatLocale[useLocale()];
  const { facts, problem } = useFacts(describeVersions, documentId);
  return (
    <>
      <RestoreProblem documentId={documentId} restore={restore} />
      <Facts isReading={facts === null} problem={problem} note={facts && facts.versions.length > 1 ? words.note : null}>
        {facts?.versions.map((version, index) => (
          <div key={version.number} className="version">
            <Avatar name={version.author.name} personId={version.author.id} small />
            <div>
              <b>{index === 0 ? words.current(version.number) : words.earlier(version.number)}</b>
              <span className="muted">
                <When iso={version.savedAt} /> · {version.author.name}
              </span>
            </div>
            <span className="muted">{formatBytes(version.size, locale)}</span>
            {canRestore && index > 0 ? (
              <Button
                className="version-restore"
                aria-label={restore.restoring === version.number ? undefined : words.restoreOf(version.number)}
                disabled={restore.restoring !== null}
                onClick={() => restore.restore(version.number)}
              >
                {restore.restoring === version.number ? words.restoring : words.restore}
              </Button>
            ) : null}
          </div>
        ))}
      </Facts>
    </>
  );
}

function RestoreProblem({ documentId, restore }: { documentId: string; restore: VersionRestore }) {
  const words = useMessages().editor.versions;
  return (
    <div role="alert">
      {restore.problem ? (
        <>
          <p className="problem">{restore.problem.message}</p>
          {restore.problem.isLocked ? (
            <>
              <p className="hint">{words.closeFirst}</p>
              <a className="btn" href={`/view/${documentId}?panel=versions`}>
                {words.closeAndShow}
              </a>
            </>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
