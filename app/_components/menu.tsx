'use client';

import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMenuHome } from './menu-home';

/** The floating part of a menu: at its button, or as a sheet from below on a phone. */
export function MenuPopup({
  children,
  align = 'start',
  side = 'bottom',
}: {
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'bottom' | 'top';
}) {
  const home = useMenuHome();
  return (
    <Base.Portal container={home}>
      <Base.Backdrop className="scrim menu-scrim" />
      <Base.Positioner className="menu-place" sideOffset={6} align={align} side={side} collisionPadding={8}>
        <Base.Popup className="menu">{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

/** The same for a menu at the pointer. */
export function ContextMenuPopup({ children }: { children: ReactNode }) {
  const home = useMenuHome();
  return (
    <ContextMenu.Portal container={home}>
      <ContextMenu.Backdrop className="scrim menu-scrim" />
      <ContextMenu.Positioner className="menu-place" collisionPadding={8}>
        <ContextMenu.Popup className="menu">{children}</ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  );
}

export function MenuItem({ icon: Icon, label, onClick }: { icon?: LucideIcon; label: string; onClick: () => void }) {
  return (
    <Base.Item className="menu-item" onClick={onClick}>
      {Icon ? <Icon className="icon" aria-hidden /> : null}
      {label}
    </Base.Item>
  );
}

/** An entry that leads to an address, with everything that a link can do. */
export function MenuLink({
  icon: Icon,
  label,
  href,
  newTab = false,
  download = false,
}: {
  icon?: LucideIcon;
  label: string;
  href: string;
  newTab?: boolean;
  download?: boolean;
}) {
  return (
    <Base.LinkItem
      className="menu-item"
      href={href}
      closeOnClick
      {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}
      {...(download ? { download: '' } : {})}
    >
      {Icon ? <Icon className="icon" aria-hidden /> : null}
      {label}
    </Base.LinkItem>
  );
}

export function MenuLine() {
  return <Base.Separator className="menu-line" />;
}
