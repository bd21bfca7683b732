'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useReducer, useRef } from 'react';
import { notify } from '@/app/_components/toast';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatLocale } from '@/lib/shared/messages/locale';
import { newId } from '@/lib/shared/new-id';
import { useAskClash } from '../_clash/clash-provider';
import { useCurrentFolder } from '../_shell/current-folder';
import { DropArea } from './drop-area';
import { type Destination, planUploads } from './plan-uploads';
import { type DropRead, mostFiles, mostFolders, readChosen } from './read-drop';
import { type Job, sendFile } from './send-file';
import { uploadQueue, uploadsToStart, uploadTotals } from './upload-queue';
import { UploadTray } from './upload-tray';

type Choose = (what: 'files' | 'folder') => void;

const ChooseFiles = createContext<Choose>(() => undefined);

/** Lets the person choose files or a folder; they go up while the person moves about in the portal. */
export function useChooseFiles(): Choose {
  return useContext(ChooseFiles);
}

export function UploadProvider({ children }: { children: ReactNode }) {
  const { uploads: words, documents } = useMessages();
  const language = formatLocale[useLocale()];
  const router = useRouter();
  const ask = useAskClash();
  const folderId = useCurrentFolder();
  const [queue, dispatch] = useReducer(uploadQueue, []);
  const jobs = useRef(new Map<string, Job>());
  const running = useRef(new Map<string, () => void>());
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);

  const add = useCallback(
    async (read: DropRead, folder: Destination | null) => {
      if (!read.ok) {
        const { many, deep, unreadable } = words.notTaken;
        const count = (n: number) => n.toLocaleString(language);
        const text =
          read.why === 'many' ? many(count(mostFiles), count(mostFolders)) : { deep, unreadable }[read.why](read.name);
        notify({ title: words.notStarted, text, isProblem: true });
        return;
      }
      const here: Destination = { folderId, name: document.querySelector('h1')?.textContent ?? documents.title };
      const plan = await planUploads(read.dropped, folder ?? here, ask);
      if (!plan.ok) {
        notify({ title: words.notStarted, text: plan.message, isProblem: true });
        return;
      }
      const uploads = plan.jobs.map((job) => ({
        id: newId(),
        name: job.file.name,
        size: job.file.size,
        job,
      }));
      for (const { id, job } of uploads) jobs.current.set(id, job);
      dispatch({
        type: 'add',
        uploads: uploads.map(({ id, name, size, job }) => ({ id, name, size, place: job.place })),
      });
    },
    [folderId, ask, words, documents, language],
  );

  useEffect(() => {
    for (const { id } of uploadsToStart(queue)) {
      const job = jobs.current.get(id);
      if (!job || running.current.has(id)) continue;
      dispatch({ type: 'start', id });
      const stop = sendFile(
        job,
        (sent) => dispatch({ type: 'progress', id, sent }),
        (result) => {
          running.current.delete(id);
          if (result.ok) {
            jobs.current.delete(id);
            dispatch({ type: 'done', id, storedAs: result.name });
            router.refresh();
          } else {
            // The name was taken since the person was asked: another try keeps both.
            if (result.code === 'name-taken') jobs.current.set(id, { ...job, onClash: 'keep-both' });
            dispatch({ type: 'fail', id, problem: result.message ?? words.broken });
          }
        },
      );
      running.current.set(id, stop);
    }
  }, [queue, router, words]);

  const isOpen = uploadTotals(queue).open > 0;
  useEffect(() => {
    if (!isOpen) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [isOpen]);

  function stop(ids: string[]) {
    for (const id of ids) {
      running.current.get(id)?.();
      running.current.delete(id);
    }
  }

  // React knows no property for it.
  const setFolderInput = (input: HTMLInputElement | null) => {
    folderInput.current = input;
    if (input) input.webkitdirectory = true;
  };
  const choose = useCallback<Choose>((what) => (what === 'files' ? fileInput : folderInput).current?.click(), []);
  const take = (input: HTMLInputElement) => {
    add(readChosen([...(input.files ?? [])]), null);
    // The same file may be chosen again.
    input.value = '';
  };

  return (
    <ChooseFiles value={choose}>
      {children}
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={setFolderInput}
        type="file"
        hidden
        aria-label={words.chooseFolder}
        onChange={(event) => take(event.currentTarget)}
      />
      <DropArea onDrop={add} />
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
    </ChooseFiles>
  );
}
