import { messagesFor } from '@/lib/shared/messages/messages-for';

const words = messagesFor().documents;
const widths = ['38%', '26%', '44%', '31%', '22%', '35%'];

/** Of the size of what comes, so that nothing jumps. */
export default function LoadingDocuments() {
  return (
    <>
      <header className="head">
        <h1>{words.title}</h1>
      </header>
      <div className="list" role="status" aria-label={words.loading}>
        <div className="skeleton-rows" aria-hidden>
          {widths.map((width) => (
            <div key={width} className="skeleton-row">
              <span className="skeleton skeleton-tile" />
              <span className="skeleton skeleton-line" style={{ width }} />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
