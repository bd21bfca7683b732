'use client';

import { useLayoutEffect } from 'react';
import { themeScript } from '@/lib/shared/theme-script';
import { readThemeChoice } from './theme-choice';

/**
 * Only the server's HTML runs the script. Of a page that does not exist the server sends no HTML but what the
 * browser draws it with: there the theme is set before the page is shown.
 */
export function ThemeScriptTag() {
  useLayoutEffect(() => {
    const choice = readThemeChoice();
    if (choice !== 'system') document.documentElement.dataset.theme = choice;
  }, []);
  return (
    <script type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'} suppressHydrationWarning>
      {themeScript}
    </script>
  );
}
