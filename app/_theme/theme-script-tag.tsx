'use client';

import { themeScript } from '@/lib/shared/theme-script';

/** Only the server's HTML runs it; where React draws the page in the browser the theme is set already. */
export function ThemeScriptTag() {
  return (
    <script type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'} suppressHydrationWarning>
      {themeScript}
    </script>
  );
}
