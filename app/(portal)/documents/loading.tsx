import { pageWords } from '@/app/_locale/page-words';

const widths = ['38%', '26%', '44%', '31%', '22%', '35%'];

/** Of the size of what comes, so that nothing jumps. */
export default async function LoadingList() {
  const words = (await pageWords()).documents;
  return (
    <>
      <div className="head" aria-hidden>
        <span className="skeleton skeleton-title" />
      </div>
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
