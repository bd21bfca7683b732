'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { KeysDialog } from './keys-dialog';
import { NewDialog } from './new-dialog';
import { type Beginning, offeredKinds } from './new-kinds';
import { Offered } from './offered';
import { useGlobalKeys } from './use-global-keys';

const Begin = createContext<(what: Beginning) => void>(() => undefined);

/** Opens the dialog for something new, or the list of keys. */
export function useBegin(): (what: Beginning) => void {
  return useContext(Begin);
}

/** Holds the dialogs that every page of the portal can open, by a button or by a key. */
export function NewProvider({ hasDocumentServer, children }: { hasDocumentServer: boolean; children: ReactNode }) {
  const [open, setOpen] = useState<Beginning | null>(null);
  const offered = useMemo(() => offeredKinds(hasDocumentServer), [hasDocumentServer]);
  useGlobalKeys(setOpen, offered);
  const close = () => setOpen(null);
  return (
    <Begin value={setOpen}>
      <Offered value={offered}>
        {children}
        {open === 'keys' ? <KeysDialog onClose={close} /> : null}
        {open !== null && open !== 'keys' ? <NewDialog key={open} kind={open} onClose={close} /> : null}
      </Offered>
    </Begin>
  );
}
