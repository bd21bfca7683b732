import { MessagePage } from '@/app/_components/message-page';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { EditorPage } from './editor-page';
import { type HostAddress, openHere, searchOf } from './open-here';

const words = messagesFor().editor;
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
  const { id, name } = opened.document;
  const ways = (
    <div className="card-buttons">
      {opened.kind === 'document-server-unreachable' ? (
        <a className="btn" data-look="primary" href={`/${mode}/${id}`}>
          {messagesFor().tryAgain}
        </a>
      ) : null}
      <a
        className="btn"
        data-look={opened.kind === 'document-server-unreachable' ? undefined : 'primary'}
        href={`/api/documents/${id}/content`}
        download
      >
        {words.download}
      </a>
      <a className="btn" href="/documents">
        {words.backToList}
      </a>
    </div>
  );
  if (opened.kind === 'unsupported-type') {
    return (
      <MessagePage wide title={words.unsupported.title(name)} text={words.unsupported.text}>
        {ways}
      </MessagePage>
    );
  }
  if (opened.kind === 'document-server-unreachable') {
    return (
      <MessagePage wide title={words.unreachable.title} text={words.unreachable.text}>
        {ways}
      </MessagePage>
    );
  }
  return (
    <MessagePage wide title={words.noServer.title} text={words.noServer.text}>
      {isAdmin ? (
        <>
          <h2>{words.noServer.how}</h2>
          <ol className="steps">
            {words.noServer.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      ) : (
        <p className="hint">{words.noServer.notAdmin}</p>
      )}
      {ways}
    </MessagePage>
  );
}
