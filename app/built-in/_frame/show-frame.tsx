import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastRegion } from '@/app/_components/toast';
import { LocaleProvider } from '@/app/_locale/messages-context';
import type { Opened } from './opened';

/** Shows the content of a frame of the built-in client, in the person's language. */
export function showFrame({ locale }: Opened, content: ReactNode): void {
  const place = document.getElementById('page');
  if (!place) return;
  createRoot(place).render(
    <StrictMode>
      <LocaleProvider locale={locale}>
        {content}
        <ToastRegion />
      </LocaleProvider>
    </StrictMode>,
  );
}
