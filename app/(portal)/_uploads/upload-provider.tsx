'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useReducer, useRef } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { DropArea } from './drop-area';
import { sendFile } from './send-file';
import { uploadQueue, uploadsToStart, uploadTotals } from './upload-queue';
import { UploadTray } from './upload-tray';

const AddFiles = createContext<(files: File[]) => void>(() => undefined);

/** Puts files into the queue; they go up while the person moves about in the portal. */
export function useAddFiles(): (files: File[]) => void {
  return useContext(AddFiles);
}

export function UploadProvider({ children }: { children: ReactNode }) {
  const words = useMessages();
  const router = useRouter();
  const [queue, dispatch] = useReducer(uploadQueue, []);
  const files = useRef(new Map<string, File>());
  const running = useRef(new Map<string, () => void>());

  const add = useCallback((chosen: File[]) => {
    const uploads = chosen.map((file) => ({ id: crypto.randomUUID(), name: file.name, size: file.size, file }));
    for (const { id, file } of uploads) files.current.set(id, file);
    dispatch({ type: 'add', uploads: uploads.map(({ id, name, size }) => ({ id, name, size })) });
  }, []);

  useEffect(() => {
    for (const { id } of uploadsToStart(queue)) {
      const file = files.current.get(id);
      if (!file || running.current.has(id)) continue;
      dispatch({ type: 'start', id });
      const stop = sendFile(
        file,
        (sent) => dispatch({ type: 'progress', id, sent }),
        (result) => {
          running.current.delete(id);
          if (result.ok) {
            files.current.delete(id);
            dispatch({ type: 'done', id, storedAs: result.name });
            router.refresh();
          } else {
            dispatch({ type: 'fail', id, problem: result.message ?? words.uploads.broken });
          }
        },
      );
      running.current.set(id, stop);
    }
  }, [queue, router, words]);

  const isOpen = uploadTotals(queue).open > 0;
  useEffect(() => {
    if (!isOpen) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOpen]);

  function stop(ids: string[]) {
    for (const id of ids) {
      running.current.get(id)?.();
      running.current.delete(id);
    }
  }

  return (
    <AddFiles value={add}>
      {children}
      <DropArea onFiles={add} />
      <UploadTray
        queue={queue}
        onCancel={(id) => {
          stop([id]);
          dispatch({ type: 'cancel', id });
        }}
        onCancelAll={() => {
          stop([...running.current.keys()]);
          dispatch({ type: 'cancel-all' });
        }}
        onRetry={(id) => dispatch({ type: 'retry', id })}
        onClose={() => dispatch({ type: 'clear' })}
      />
    </AddFiles>
  );
}
