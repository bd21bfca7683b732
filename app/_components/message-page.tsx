import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark';

/** A page that says what happened and what to do. */
export function MessagePage({
  title,
  text,
  wide = false,
  children,
}: {
  title: string;
  text: string;
  wide?: boolean;
  children?: ReactNode;
}) {
  return (
    <main className="center">
      <div className="card" data-wide={wide || undefined}>
        <Brand />
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </div>
    </main>
  );
}

export function Brand() {
  return (
    <span className="brand">
      <BrandMark />
      Lectern
    </span>
  );
}
