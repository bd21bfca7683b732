'use client';

import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { type ConnectCommands, ConnectSteps } from '@/app/_connect/connect-steps';
import { useMessages } from '@/app/_locale/messages-context';
import { connectCookie } from '@/lib/shared/connect-cookie';

/**
 * Says once what works without a Document Server, and to administrators how to connect one.
 * @param commands null for people who cannot
 */
export function ConnectNote({ commands }: { commands: ConnectCommands | null }) {
  const { connect: words, close } = useMessages();
  const [isOpen, setOpen] = useState(true);
  const [showsSteps, setShowsSteps] = useState(false);
  if (!isOpen) return null;

  function hide() {
    setOpen(false);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${connectCookie}=told; path=/; max-age=31536000; samesite=lax`;
  }

  return (
    <section className="note connect-note" aria-label={words.title}>
      <p>
        <strong>{words.title}</strong> {commands ? words.text : words.textForMembers}
      </p>
      <div>
        {commands ? <Button onClick={() => setShowsSteps(true)}>{words.how}</Button> : null}
        <Button look="quiet" onClick={hide}>
          {words.hide}
        </Button>
      </div>
      {commands && showsSteps ? (
        <Dialog open wide onClose={() => setShowsSteps(false)} title={words.how}>
          <ConnectSteps {...commands} />
          <div className="dialog-buttons">
            <Button look="primary" onClick={() => setShowsSteps(false)}>
              {close}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
