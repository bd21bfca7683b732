import './globals.css';
import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { ToastRegion } from '@/app/_components/toast';
import { LocaleProvider } from '@/app/_locale/messages-context';
import { pageLocale } from '@/app/_locale/page-words';
import { ThemeScriptTag } from '@/app/_theme/theme-script-tag';
import { messagesFor } from '@/lib/shared/messages/messages-for';

export const metadata: Metadata = {
  title: messagesFor().product,
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
  },
  referrer: 'same-origin',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // Before anything is drawn the window is not white at night.
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf8' },
    { media: '(prefers-color-scheme: dark)', color: '#131418' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Each answer has a nonce of its own, so no page may be rendered ahead of its request.
  await connection();
  const locale = await pageLocale();
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <ThemeScriptTag />
      </head>
      <body>
        <LocaleProvider locale={locale}>
          <div id="page">{children}</div>
          <ToastRegion />
        </LocaleProvider>
      </body>
    </html>
  );
}
