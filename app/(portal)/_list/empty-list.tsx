'use client';

import Link from 'next/link';
import { KindTile } from '@/app/_components/file-tile';
import { useMessages } from '@/app/_locale/messages-context';
import { UploadButton } from '../_uploads/upload-button';
import { useListTools } from './list-context';
import { changedList, type ListState, listQuery } from './list-state';
import type { Place } from './place';

type EmptyListProps = { place: Place; state: ListState };

/** What an empty list says: what would be here, and what to do next. */
export function EmptyList({ place, state }: EmptyListProps) {
  const { documents, portal } = useMessages();
  const { changeList } = useListTools();
  const { scope } = place;
  if (state.kind !== null || state.after !== null) {
    const all = changedList(state, { kind: null, after: null });
    return (
      <Empty title={portal.empty.type.title} text={portal.empty.type.text}>
        <Link
          className="btn"
          href={place.path + listQuery(all)}
          prefetch={false}
          replace
          onNavigate={(event) => {
            event.preventDefault();
            changeList({ kind: null, after: null });
          }}
        >
          {portal.list.allTypes}
        </Link>
      </Empty>
    );
  }
  if (scope.place === 'folder') {
    const { title } = place.crumbs.length > 0 ? portal.empty.folder : documents.empty;
    return (
      <Empty title={title} text={documents.empty.text} textPhone={documents.empty.textPhone}>
        <UploadButton withText />
      </Empty>
    );
  }
  const { title, text } =
    scope.place === 'search'
      ? { title: portal.search.nothingTitle(scope.text), text: portal.search.nothingText }
      : scope.place === 'trash'
        ? { title: '', text: '' }
        : portal.empty[scope.place];
  return (
    <Empty title={title} text={text}>
      <Link className="btn" href="/documents" prefetch={false}>
        {portal.empty.toDocuments}
      </Link>
    </Empty>
  );
}

type EmptyProps = { title: string; text: string; textPhone?: string; children: React.ReactNode };

function Empty({ title, text, textPhone = text, children }: EmptyProps) {
  return (
    <div className="empty">
      <div className="empty-art" aria-hidden>
        <KindTile kind="doc" />
        <KindTile kind="sheet" />
        <KindTile kind="slides" />
      </div>
      <h2>{title}</h2>
      <p>
        <span className="not-phone">{text}</span>
        <span className="only-phone">{textPhone}</span>
      </p>
      {children}
    </div>
  );
}
