import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { FileTile } from '@/app/_components/file-tile';
import { useMessages } from '@/app/_locale/messages-context';

type FrameBarProps = {
  name: string;
  /** beside the name: what state it is in */
  state?: ReactNode;
  /** in place of the plain name, where it can be changed */
  title?: ReactNode;
  /** what can be done */
  children?: ReactNode;
  onClose: () => void;
};

/** The bar of a frame of the built-in client: what is open, what can be done with it, and the way out. */
export function FrameBar({ name, state, title, children, onClose }: FrameBarProps) {
  const words = useMessages();
  return (
    <header className="frame-bar">
      <div className="frame-name">
        <FileTile name={name} />
        {title ?? <h1>{name}</h1>}
        {state}
      </div>
      {children}
      <Button look="quiet" iconOnly aria-label={words.close} title={words.close} onClick={onClose}>
        <X className="icon" aria-hidden />
      </Button>
    </header>
  );
}
