import type { ReactNode } from 'react';
import { Brand } from '@/app/_components/message-page';
import { requireActor } from '@/lib/auth/require-actor';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { PhoneMenu } from './_shell/phone-menu';
import { Rail } from './_shell/rail';
import { Shell } from './_shell/shell';
import { UploadProvider } from './_uploads/upload-provider';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { name, email, userId } = await requireActor();
  const words = messagesFor();
  const person = { name, email, userId };
  return (
    <UploadProvider>
      <a className="skip-link" href="#content">
        {words.skipToContent}
      </a>
      <Shell
        bars={
          <>
            <Rail person={person} />
            <header className="phone-bar">
              <PhoneMenu person={person} />
              <Brand />
            </header>
          </>
        }
      >
        {children}
      </Shell>
    </UploadProvider>
  );
}
