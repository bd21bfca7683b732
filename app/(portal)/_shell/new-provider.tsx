'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { KeysDialog } from './keys-dialog';
import { NewDialog } from './new-dialog';
import type { Beginning } from './new-kinds';
import { useGlobalKeys } from './use-global-keys';

const Begin = createContext<(what: Beginning) => void>(() => undefined);

/** Opens the dialog for something new, or the list of keys. */
export function useBegin(): (what: Beginning) => void {
  return useContext(Begin);
}

/** Holds the dialogs that every page of the portal can open, by a button or by a key. */
export function NewProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Beginning | null>(null);
  useGlobalKeys(setOpen);
  const close = () => setOpen(null);
  return (
    <Begin value={setOpen}>
      {children}
      {open === 'keys' ? <KeysDialog onClose={close} /> : null}
      {open !== null && open !== 'keys' ? <NewDialog key={open} kind={open} onClose={close} /> : null}
    </Begin>
  );
}
