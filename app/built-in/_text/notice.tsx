import type { ReactNode } from 'react';

/** Something that has to be said above the text, with what can be done about it. */
export function Notice({ look, text, children }: { look: 'info' | 'warn'; text: string; children?: ReactNode }) {
  return (
    <div className="note" data-look={look} role={look === 'warn' ? 'alert' : 'status'}>
      <p>{text}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}
