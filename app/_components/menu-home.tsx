'use client';

import { createContext, type ReactNode, type RefObject, useContext } from 'react';

const Home = createContext<RefObject<HTMLElement | null> | undefined>(undefined);

/** Where menus are put into the page: inside a landmark or a dialog, so that they belong to it. */
export function MenuHome({ home, children }: { home: RefObject<HTMLElement | null>; children: ReactNode }) {
  return <Home value={home}>{children}</Home>;
}

export function useMenuHome(): RefObject<HTMLElement | null> | undefined {
  return useContext(Home);
}
