'use client';

import { Menu } from '@base-ui/react/menu';
import { FileUp, FolderUp, Plus } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { KindTile } from '@/app/_components/file-tile';
import { MenuItem, MenuLine, MenuPopup } from '@/app/_components/menu';
import { useIsRunning } from '@/app/_components/use-is-running';
import { useMessages } from '@/app/_locale/messages-context';
import { useChooseFiles } from '../_uploads/upload-provider';
import { useBegin } from './new-provider';
import { useOffered } from './offered';

const tiles = {
  document: 'doc',
  spreadsheet: 'sheet',
  presentation: 'slides',
  text: 'text',
  markdown: 'text',
  folder: 'folder',
} as const;

/** New: asks what, then how it should be called, then opens it. Floating on a phone, in the rail elsewhere. */
export function NewMenu({ floating = false }: { floating?: boolean }) {
  const words = useMessages().documents.new;
  const begin = useBegin();
  const offered = useOffered();
  const isRunning = useIsRunning();
  const chooseFiles = useChooseFiles();
  return (
    <Menu.Root>
      <Menu.Trigger
        disabled={!isRunning}
        render={<Button look="primary" main data-waiting={!isRunning || undefined} className={floating ? 'fab' : ''} />}
      >
        <Plus className="icon" aria-hidden />
        {words.button}
      </Menu.Trigger>
      <MenuPopup align={floating ? 'end' : 'start'}>
        {[...offered, 'folder' as const].map((each) => (
          <Menu.Item key={each} className="menu-item" onClick={() => begin(each)}>
            <KindTile kind={tiles[each]} />
            {words.kinds[each]}
          </Menu.Item>
        ))}
        <MenuLine />
        <MenuItem icon={FileUp} label={words.uploadFiles} onClick={() => chooseFiles('files')} />
        <MenuItem icon={FolderUp} label={words.uploadFolder} onClick={() => chooseFiles('folder')} />
      </MenuPopup>
    </Menu.Root>
  );
}
