'use client';

import { useState } from 'react';
import { Facts, useFacts } from '@/app/_components/facts';
import { useMessages } from '@/app/_locale/messages-context';
import { describeVersions } from './actions';
import type { RestoreControl } from './use-restore';
import { VersionRow } from './version-row';

type VersionListProps = { documentId: string; canRestore: boolean; restore: RestoreControl };

/** The versions of the document, the current one first. One can be chosen, and offers what can be done with it. */
export function VersionList({ documentId, canRestore, restore }: VersionListProps) {
  const words = useMessages().versions;
  const { facts, problem, change } = useFacts(describeVersions, documentId);
  const [chosen, setChosen] = useState<number | null>(null);
  const hint = !facts ? null : facts.versions.length === 1 ? words.only : canRestore ? words.hint : words.hintReader;
  return (
    <Facts isReading={facts === null} problem={problem} note={chosen === null ? hint : null}>
      <fieldset className="version-list">
        <legend className="sr-only">{words.choose}</legend>
        {facts?.versions.map((version, index) => (
          <VersionRow
            key={version.number}
            documentId={documentId}
            version={version}
            isCurrent={index === 0}
            isMine={version.author.id === facts.me}
            isChosen={version.number === chosen}
            canRestore={canRestore}
            restore={restore}
            onChoose={() => setChosen(version.number)}
            onNamed={(name) =>
              change({
                ...facts,
                versions: facts.versions.map((each) => (each.number === version.number ? { ...each, name } : each)),
              })
            }
          />
        ))}
      </fieldset>
    </Facts>
  );
}
