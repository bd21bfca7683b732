'use client';

import { usePathname } from 'next/navigation';

/** The folder whose page is open, where new things go; null for everywhere else: the root. */
export function useCurrentFolder(): string | null {
  return /^\/folders\/([a-z0-9]+)$/.exec(usePathname())?.[1] ?? null;
}
