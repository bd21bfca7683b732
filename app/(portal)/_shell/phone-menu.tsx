'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { Panel } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';
import type { Person } from './person';
import { Rail } from './rail';

/** On a phone the rail is behind this button. */
export function PhoneMenu({ person }: { person: Person }) {
  const words = useMessages();
  const path = usePathname();
  // Open on one page only: following a link closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <>
      <Button look="quiet" iconOnly aria-label={words.shell.openMenu} onClick={() => setOpenOn(path)}>
        <MenuIcon className="icon" aria-hidden />
      </Button>
      <Panel open={openOn === path} onClose={() => setOpenOn(null)} title={words.product} side="start">
        <Rail person={person} inPanel />
      </Panel>
    </>
  );
}
