'use client';

import { Menu } from '@base-ui/react/menu';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { KindTile } from '@/app/_components/file-tile';
import { MenuPopup } from '@/app/_components/menu';
import { useMessages } from '@/app/_locale/messages-context';
import { NewDialog } from './new-dialog';
import { type NewKind, newKinds } from './new-kinds';

const tiles = { document: 'doc', spreadsheet: 'sheet', presentation: 'slides' } as const;

/** New: asks what, then how it should be called, then opens it. Floating on a phone, in the rail elsewhere. */
export function NewMenu({ floating = false }: { floating?: boolean }) {
  const words = useMessages().documents.new;
  const [kind, setKind] = useState<NewKind | null>(null);
  return (
    <>
      <Menu.Root>
        <Menu.Trigger render={<Button look="primary" main className={floating ? 'fab' : ''} />}>
          <Plus className="icon" aria-hidden />
          {words.button}
        </Menu.Trigger>
        <MenuPopup align={floating ? 'end' : 'start'}>
          {newKinds.map((each) => (
            <Menu.Item key={each} className="menu-item" onClick={() => setKind(each)}>
              <KindTile kind={tiles[each]} />
              {words.kinds[each]}
            </Menu.Item>
          ))}
        </MenuPopup>
      </Menu.Root>
      {kind ? <NewDialog key={kind} kind={kind} onClose={() => setKind(null)} /> : null}
    </>
  );
}
