'use client';

import { Clock, Folder, type LucideIcon, Star, Trash2, Users } from 'lucide-react';
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
  const { places } = words.portal;
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
        <NavLink icon={Folder} href="/documents" also="/folders/" label={words.shell.myDocuments} />
        <NavLink icon={Clock} href="/recent" label={places.recent} />
        <NavLink icon={Star} href="/starred" label={places.starred} />
        <NavLink icon={Users} href="/shared" label={places.shared} />
        <NavLink icon={Trash2} href="/trash" label={words.shell.trash} />
      </nav>
      <div className="me">
        <AccountMenu person={person} />
      </div>
    </Frame>
  );
}

type NavProps = { icon: LucideIcon; href: string; label: string; also?: string };

function NavLink({ icon: Icon, href, label, also }: NavProps) {
  const path = usePathname();
  const current = path === href ? 'page' : also && path.startsWith(also) ? 'true' : undefined;
  return (
    <Link className="nav" href={href} prefetch={false} aria-current={current}>
      <Icon className="icon" aria-hidden />
      {label}
    </Link>
  );
}
