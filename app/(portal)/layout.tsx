import type { ReactNode } from 'react';
import { Brand } from '@/app/_components/message-page';
import { pageWords } from '@/app/_locale/page-words';
import { requireActor } from '@/lib/auth/require-actor';
import { env } from '@/lib/env';
import { ClashProvider } from './_clash/clash-provider';
import { NewProvider } from './_shell/new-provider';
import { PhoneMenu } from './_shell/phone-menu';
import { Rail } from './_shell/rail';
import { SearchBox } from './_shell/search-box';
import { Shell } from './_shell/shell';
import { UploadProvider } from './_uploads/upload-provider';
import { WorkTray } from './_work/work-tray';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { name, email, userId } = await requireActor();
  const words = await pageWords();
  const person = { name, email, userId };
  return (
    <ClashProvider>
      <UploadProvider>
        <NewProvider hasDocumentServer={env().DOCUMENT_SERVER_URL !== undefined}>
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
            <SearchBox />
            {children}
          </Shell>
          <WorkTray />
        </NewProvider>
      </UploadProvider>
    </ClashProvider>
  );
}
