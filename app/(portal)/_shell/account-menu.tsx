'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, Keyboard, LogOut, Settings } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Avatar } from '@/app/_components/avatar';
import { MenuItem, MenuLine, MenuPopup } from '@/app/_components/menu';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { chooseTheme, type ThemeChoice, themeChoices } from '@/app/_theme/theme-choice';
import { useThemeChoice } from '@/app/_theme/use-theme-choice';
import { useBegin } from './new-provider';
import type { Person } from './person';
import { postSignOut } from './post-sign-out';

export function AccountMenu({ person }: { person: Person }) {
  const words = useMessages();
  const router = useRouter();
  const theme = useThemeChoice();
  const begin = useBegin();

  async function signOut() {
    if (await postSignOut()) window.location.assign('/signin');
    else notify({ title: words.errors.offline, isProblem: true });
  }

  return (
    <Menu.Root>
      <Menu.Trigger className="me-button">
        <span className="sr-only">{words.shell.account}</span>
        <Avatar name={person.name} personId={person.userId} />
        <span className="me-words">
          <span>{person.name}</span>
          <span className="muted">{person.email}</span>
        </span>
      </Menu.Trigger>
      <MenuPopup side="top">
        <MenuItem icon={Settings} label={words.shell.settings} onClick={() => router.push('/settings')} />
        <MenuItem icon={Keyboard} label={words.portal.keys.open} onClick={() => begin('keys')} />
        <MenuLine />
        <Menu.RadioGroup value={theme} onValueChange={(choice: ThemeChoice) => chooseTheme(choice)}>
          <Menu.Group>
            <Menu.GroupLabel className="menu-label">{words.shell.theme}</Menu.GroupLabel>
            {themeChoices.map((choice) => (
              <Menu.RadioItem key={choice} value={choice} className="menu-item" closeOnClick={false}>
                {words.shell.themes[choice]}
                <Menu.RadioItemIndicator className="menu-check">
                  <Check className="icon" aria-hidden />
                </Menu.RadioItemIndicator>
              </Menu.RadioItem>
            ))}
          </Menu.Group>
        </Menu.RadioGroup>
        <MenuLine />
        <MenuItem icon={LogOut} label={words.shell.signOut} onClick={signOut} />
      </MenuPopup>
    </Menu.Root>
  );
}
