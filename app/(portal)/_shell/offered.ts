'use client';

import { createContext, useContext } from 'react';
import { newKinds, type offeredKinds } from './new-kinds';

export const Offered = createContext<ReturnType<typeof offeredKinds>>(newKinds);

/** What New offers here. */
export function useOffered(): ReturnType<typeof offeredKinds> {
  return useContext(Offered);
}
