'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useMessages } from '@/app/_locale/messages-context';

type Notice = {
  /** what happened */
  title: string;
  /** what to do about it */
  text?: string | undefined;
  isProblem?: boolean;
  action?: { label: string; onClick: () => void } | undefined;
  link?: { label: string; href: string } | undefined;
  /** the same id again changes the notice that is there */
  id?: string;
};
type Extra = { link?: { label: string; href: string } | undefined };

const toasts = Toast.createToastManager<Extra>();

/** Says that something was done or went wrong. What offers something to do stays longer, and a link stays until it is closed. */
export function notify(notice: Notice): void {
  const id: string = toasts.add({
    ...(notice.id ? { id: notice.id } : {}),
    title: notice.title,
    description: notice.text,
    type: notice.isProblem ? 'problem' : 'done',
    priority: notice.isProblem ? 'high' : 'low',
    timeout: notice.link ? 0 : notice.action || notice.isProblem ? 10_000 : 5_000,
    data: { link: notice.link },
    ...(notice.action
      ? {
          actionProps: {
            children: notice.action.label,
            onClick: () => {
              toasts.close(id);
              notice.action?.onClick();
            },
          },
        }
      : {}),
  });
}

export function ToastRegion() {
  const words = useMessages();
  return (
    <Toast.Provider toastManager={toasts} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={words.shell.notifications}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const words = useMessages();
  const { toasts: shown } = Toast.useToastManager<Extra>();
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="toast"
      swipeDirection={['right', 'down']}
      // Base UI hides a problem, and the way to close it, until they have the focus: what takes the focus is not hidden.
      aria-hidden={false}
    >
      <Toast.Content className="toast-content">
        <div className="toast-words">
          <Toast.Title className="toast-title" />
          <Toast.Description className="toast-text" />
        </div>
        {toast.data?.link ? (
          <a
            className="toast-button"
            href={toast.data.link.href}
            target="_blank"
            rel="noopener"
            onClick={() => toasts.close(toast.id)}
          >
            {toast.data.link.label}
          </a>
        ) : null}
        <Toast.Action className="toast-button" />
        <Toast.Close className="toast-button" data-close aria-label={words.close} aria-hidden={false}>
          <X className="icon" aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
