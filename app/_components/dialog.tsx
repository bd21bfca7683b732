'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { Button } from './button';
import { MenuHome } from './menu-home';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: string | undefined;
  /** what gets the focus; the first control without it */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

/** A question in the middle of the page. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  initialFocus,
  wide = false,
  children,
}: DialogProps & { wide?: boolean }) {
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport className="dialog-place">
          <Base.Popup className="dialog" data-wide={wide || undefined} {...(initialFocus ? { initialFocus } : {})}>
            <Base.Title>{title}</Base.Title>
            {description ? <Base.Description>{description}</Base.Description> : null}
            {children}
            {initialFocus ? <FocusNow target={initialFocus} /> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * Gives the focus before the browser handles another key. Base UI gives it with the next frame: what somebody types
 * until then would go to what is behind the dialog, Enter too.
 */
function FocusNow({ target }: { target: RefObject<HTMLElement | null> }) {
  // Not in the effect itself: Base UI looks there at what had the focus, to give it back.
  useLayoutEffect(() => queueMicrotask(() => target.current?.focus()), [target]);
  return null;
}

/** A panel at the side of the page, or from below on a phone. */
export function Panel({
  open,
  onClose,
  title,
  description,
  side = 'end',
  children,
}: DialogProps & { side?: 'start' | 'end' }) {
  const words = useMessages();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup ref={popup} className="panel" data-side={side}>
          <div className="panel-head">
            <Base.Title>{title}</Base.Title>
            <Base.Close render={<Button look="quiet" iconOnly aria-label={words.close} />}>
              <X className="icon" aria-hidden />
            </Base.Close>
          </div>
          {description ? <Base.Description className="muted">{description}</Base.Description> : null}
          <MenuHome home={popup}>{children}</MenuHome>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
