import type { ReactNode } from 'react';
import { Brand } from '@/app/_components/message-page';
import { requireActor } from '@/lib/auth/require-actor';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { PhoneMenu } from './_shell/phone-menu';
import { Rail } from './_shell/rail';
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
      <div className="shell">
        <Rail person={person} />
        <div className="phone-bar">
          <PhoneMenu person={person} />
          <Brand />
        </div>
        <main className="content" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </UploadProvider>
  );
}
