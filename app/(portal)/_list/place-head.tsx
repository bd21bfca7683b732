'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { DragEvent, ReactNode } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import type { Place } from './place';

type PlaceHeadProps = {
  place: Place;
  /** rows are dropped on a folder of the path */
  onDrop: (crumb: Place['crumbs'][number]) => {
    onDragOver: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
  children: ReactNode;
};

/** Where one is: the folders above, the title, and the tools. */
export function PlaceHead({ place, onDrop, children }: PlaceHeadProps) {
  const words = useMessages().portal.places;
  return (
    <header className="head">
      <div className="head-words">
        {place.crumbs.length > 0 ? (
          <nav aria-label={words.path}>
            <ol className="crumbs">
              {place.crumbs.map((crumb) => (
                <li key={crumb.path}>
                  <Link href={crumb.path} prefetch={false} title={crumb.name} {...onDrop(crumb)}>
                    {crumb.name}
                  </Link>
                  <ChevronRight className="icon" aria-hidden />
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1 title={place.title}>{place.title}</h1>
      </div>
      {children}
    </header>
  );
}
