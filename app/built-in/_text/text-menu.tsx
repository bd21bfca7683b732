import { Menu } from '@base-ui/react/menu';
import { Copy, Download, EllipsisVertical, History, Languages, PencilLine, Users, WrapText } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { MenuItem, MenuLine, MenuLink, MenuPopup } from '@/app/_components/menu';
import { useMessages } from '@/app/_locale/messages-context';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { OpenState } from './session-state';

type TextMenuProps = {
  state: OpenState;
  onSaveCopy: () => void;
  onRename: () => void;
  onEncoding: () => void;
  onWrap: () => void;
};

/** What else can be done with the text. */
export function TextMenu({ state, onSaveCopy, onRename, onEncoding, onWrap }: TextMenuProps) {
  const { textEditor: words, frame } = useMessages();
  const { info } = state;
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" iconOnly aria-label={words.more} title={words.more} />}>
        <EllipsisVertical className="icon" aria-hidden />
      </Menu.Trigger>
      <MenuPopup align="end">
        {info.UserCanNotWriteRelative ? null : <MenuItem icon={Copy} label={words.saveCopy} onClick={onSaveCopy} />}
        {info.UserCanRename && state.readReason === null ? (
          <MenuItem icon={PencilLine} label={words.rename} onClick={onRename} />
        ) : null}
        {info.DownloadUrl ? <MenuLink icon={Download} label={frame.download} href={info.DownloadUrl} download /> : null}
        <MenuLine />
        <MenuItem icon={History} label={words.versions} onClick={() => tellHostPage('UI_FileVersions')} />
        <MenuItem icon={Users} label={words.people} onClick={() => tellHostPage('UI_Sharing')} />
        <MenuLine />
        {state.reading.isConverted ? null : (
          <MenuItem icon={Languages} label={words.encoding.other} onClick={onEncoding} />
        )}
        <MenuItem icon={WrapText} label={words.wrap} onClick={onWrap} />
      </MenuPopup>
    </Menu.Root>
  );
}
