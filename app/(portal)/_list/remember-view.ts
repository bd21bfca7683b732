'use client';

import { viewCookie } from '@/lib/shared/view-cookie';
import type { View } from './list-state';

/** Keeps for this browser how lists are shown; a cookie, so that the server draws the right one at once. */
export function rememberView(view: View): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${viewCookie}=${view}; path=/; max-age=31536000; samesite=lax`;
}
