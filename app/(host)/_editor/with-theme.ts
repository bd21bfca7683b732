/**
 * The action URL for the theme that the person sees. The server asked for the light one (`thm=1`) where
 * discovery has a place for it; dark is `thm=2`. Nothing else of the URL is touched.
 */
export function withTheme(actionUrl: string, theme: 'light' | 'dark'): string {
  const id = theme === 'dark' ? '2' : '1';
  return actionUrl.replace(/([?&]thm=)[12](?=&|$)/, (_, before: string) => before + id);
}
