'use client';

import { type ReactNode, useRef } from 'react';
import { MenuHome } from '@/app/_components/menu-home';

/** The frame of the portal's pages; menus, also those of the bar at the side, are at home in its main part. */
export function Shell({ bars, children }: { bars: ReactNode; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  return (
    <MenuHome home={main}>
      <div className="shell">
        {bars}
        <main ref={main} className="content" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </MenuHome>
  );
}
