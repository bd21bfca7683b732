'use client';

import { useState } from 'react';
import { Avatar } from '@/app/_components/avatar';
import { When } from '@/app/_components/when';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import type { ListedVersion } from '@/lib/versions/list-versions';
import { NameForm } from './name-form';
import type { RestoreControl } from './use-restore';
import { VersionButtons } from './version-buttons';

type VersionRowProps = {
  documentId: string;
  version: ListedVersion;
  isCurrent: boolean;
  isMine: boolean;
  isChosen: boolean;
  canRestore: boolean;
  restore: RestoreControl;
  onChoose: () => void;
  onNamed: (name: string | null) => void;
};

/** One version: what it is called, who saved it and when; chosen, what can be done with it. */
export function VersionRow(props: VersionRowProps) {
  const { version, isCurrent, isChosen, documentId } = props;
  const words = useMessages().versions;
  const locale = formatLocale[useLocale()];
  const [isNaming, setNaming] = useState(false);
  const { origin } = version;
  const hasNote = origin !== 'save' && origin !== 'autosave';
  const heading = isCurrent
    ? version.name === null
      ? words.now
      : words.nowNamed(version.name)
    : (version.name ?? words.number(version.number));
  const isNumberSaid = !isCurrent && version.name === null;
  return (
    <div className="version-row" data-chosen={isChosen || undefined}>
      <label className="version">
        <input
          type="radio"
          name="version"
          className="sr-only"
          checked={isChosen}
          onChange={() => {
            setNaming(false);
            props.onChoose();
          }}
        />
        <Avatar name={version.author.name} personId={version.author.id} small />
        <span className="version-words">
          <b data-plain={isNumberSaid || undefined}>{heading}</b>
          <span className="muted">
            {props.isMine ? words.you : version.author.name}, <When iso={version.savedAt} form="moment" />
            {isNumberSaid ? null : ` · ${words.number(version.number)}`}
            {hasNote ? ` · ${words.origins[origin]}` : null}
          </span>
        </span>
        <span className="muted">{formatBytes(version.size, locale)}</span>
      </label>
      {isChosen && isNaming ? (
        <NameForm
          documentId={documentId}
          version={version}
          onNamed={(name) => {
            setNaming(false);
            props.onNamed(name);
          }}
          onClose={() => setNaming(false)}
        />
      ) : null}
      {isChosen && !isNaming ? (
        <VersionButtons
          documentId={documentId}
          version={version}
          isCurrent={isCurrent}
          canRestore={props.canRestore}
          restore={props.restore}
          onName={() => setNaming(true)}
        />
      ) : null}
    </div>
  );
}
