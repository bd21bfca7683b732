import { type FormEvent, useState } from 'react';
import { useMessages } from '@/app/_locale/messages-context';

/** Which page it is, and the way to another one by its number. */
export function PageField({ page, pages, onGo }: { page: number; pages: number; onGo: (number: number) => void }) {
  const words = useMessages().preview;
  const [typed, setTyped] = useState<string | null>(null);
  function go(event: FormEvent): void {
    event.preventDefault();
    const number = Number(typed);
    if (typed !== null && Number.isInteger(number) && number >= 1) onGo(Math.min(number, pages));
    setTyped(null);
  }
  return (
    <form className="page-field" onSubmit={go}>
      <input
        className="field"
        inputMode="numeric"
        aria-label={words.page}
        value={typed ?? String(page)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <span>{words.ofPages(pages)}</span>
    </form>
  );
}
