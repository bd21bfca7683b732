import { KindTile } from '@/app/_components/file-tile';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { NewMenu } from '../_shell/new-menu';
import { UploadButton } from '../_uploads/upload-button';

const words = messagesFor().documents.empty;

export function EmptyList() {
  return (
    <>
      <div className="empty">
        <div className="empty-art" aria-hidden>
          <KindTile kind="doc" />
          <KindTile kind="sheet" />
          <KindTile kind="slides" />
        </div>
        <h2>{words.title}</h2>
        <p>
          <span className="not-phone">{words.text}</span>
          <span className="only-phone">{words.textPhone}</span>
        </p>
        <UploadButton withText />
      </div>
      <NewMenu floating />
    </>
  );
}
