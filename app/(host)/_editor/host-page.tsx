import type { ReactNode } from 'react';
import { FileTile } from '@/app/_components/file-tile';
import { MessagePage } from '@/app/_components/message-page';
import { pageLocale, pageWords } from '@/app/_locale/page-words';
import { fileType } from '@/lib/shared/file-type';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import { downloadHref } from './download-href';
import { EditorPage } from './editor-page';
import { LeaveLink } from './leave-link';
import { type HostAddress, openHere, searchOf, wantedVersion } from './open-here';

/** What FileVersionUrl and FileSharingUrl ask for. */
const panels = ['versions', 'sharing'] as const;

/** The page that frames the editor, or says why it cannot. */
export async function HostPage(address: HostAddress) {
  const search = searchOf(address.query);
  const { mode } = address;
  const { opened, isAdmin } = await openHere(address.documentId, mode, search);
  if (opened.kind === 'editor') {
    const wanted = panels.find((panel) => panel === new URLSearchParams(search).get('panel')) ?? null;
    return <EditorPage {...opened} openedAt={new Date().toISOString()} firstPanel={wanted} />;
  }
  const words = await pageWords();
  const { unsupported, unreachable, noServer, download } = words.editor;
  const { id, name, listPath } = opened.document;
  const href = downloadHref(id, wantedVersion(mode, search));
  const isUnreachable = opened.kind === 'document-server-unreachable';
  const ways = (
    <div className="card-buttons">
      {isUnreachable ? (
        <a className="btn" data-look="primary" href={`/${mode}/${id}${search ? `?${search}` : ''}`}>
          {words.tryAgain}
        </a>
      ) : null}
      {opened.kind === 'document-server-unreachable' && opened.hasPreview ? (
        <a className="btn" href={`/view/${id}?preview`}>
          {unreachable.preview}
        </a>
      ) : null}
      <a className="btn" data-look={isUnreachable ? undefined : 'primary'} href={href} download>
        {download}
      </a>
      <LeaveLink listPath={listPath} />
    </div>
  );
  if (opened.kind === 'unsupported-type') {
    return (
      <MessagePage wide title={unsupported.title(name)} text={unsupported.text}>
        <FileFacts document={opened.document} />
        {ways}
      </MessagePage>
    );
  }
  if (isUnreachable) {
    return (
      <MessagePage wide title={unreachable.title} text={unreachable.text}>
        {ways}
      </MessagePage>
    );
  }
  return (
    <MessagePage wide title={noServer.title} text={noServer.text}>
      <FileFacts document={opened.document} />
      {isAdmin ? <HowToConnect title={noServer.how} steps={noServer.steps} /> : null}
      {isAdmin ? null : <p className="hint">{noServer.notAdmin}</p>}
      {ways}
    </MessagePage>
  );
}

function HowToConnect({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

/** What can be said of a document that cannot be shown. */
async function FileFacts({ document }: { document: { name: string; extension: string; size: number } }) {
  const words = await pageWords();
  const { unsupported } = words.editor;
  const extension = document.extension.slice(1).toUpperCase();
  const kind = words.portal.details.kinds[fileType(document.name).kind];
  return (
    <div className="file-facts">
      <FileTile name={document.name} />
      <dl>
        <Fact term={unsupported.type}>{extension ? `${kind} (${extension})` : kind}</Fact>
        <Fact term={unsupported.size}>{formatBytes(document.size, formatLocale[await pageLocale()])}</Fact>
      </dl>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
