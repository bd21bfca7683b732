'use client';

import { Folder, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Brand } from '@/app/_components/message-page';
import { useMessages } from '@/app/_locale/messages-context';
import { AccountMenu } from './account-menu';
import { NewMenu } from './new-menu';
import type { Person } from './person';

/** The bar at the side: new documents, the places there are, and the account. */
export function Rail({ person, inPanel = false }: { person: Person; inPanel?: boolean }) {
  const words = useMessages();
  const path = usePathname();
  // In the phone's panel it is part of a dialog, elsewhere the page's banner.
  const Frame = inPanel ? 'div' : 'header';
  return (
    <Frame className="rail">
      {inPanel ? null : (
        <>
          <Brand />
          <NewMenu />
        </>
      )}
      <nav aria-label={words.shell.navigation}>
        <Link className="nav" href="/documents" aria-current={path === '/documents' ? 'page' : undefined}>
          <Folder className="icon" aria-hidden />
          {words.shell.myDocuments}
        </Link>
        <Link className="nav" href="/trash" aria-current={path === '/trash' ? 'page' : undefined}>
          <Trash2 className="icon" aria-hidden />
          {words.shell.trash}
        </Link>
      </nav>
      <div className="me">
        <AccountMenu person={person} />
      </div>
    </Frame>
  );
}
