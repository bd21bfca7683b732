import type { Locale } from '@/lib/shared/messages/locale';

/** What the frame of the built-in client is given when it is opened. */
export type Opened = {
  client: 'text' | 'preview';
  wopiSrc: string;
  mode: 'edit' | 'view';
  accessToken: string;
  /** milliseconds since 1970 */
  accessTokenTtl: number;
  locale: Locale;
};

/** The element of the frame's page that holds it as JSON. */
export const openedId = 'opened';
