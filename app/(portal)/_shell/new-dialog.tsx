'use client';

import { useRef, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { NameDialog } from '@/app/_components/name-dialog';
import { useMessages } from '@/app/_locale/messages-context';
import { newDocument } from '../documents/actions';
import { extensionOf, type NewKind } from './new-kinds';

export function NewDialog({ kind, onClose }: { kind: NewKind; onClose: () => void }) {
  const words = useMessages().documents.new;
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const isClosed = useRef(false);

  async function create(name: string) {
    setWorking(true);
    const result = await runAction(() => newDocument({ kind, name }));
    if (!result.ok) {
      setProblem(result.message);
      setWorking(false);
    } else if (!isClosed.current) {
      window.location.assign(`/edit/${result.id}`);
    }
  }

  return (
    <NameDialog
      title={words.titles[kind]}
      label={words.name}
      start={words.defaults[kind]}
      extension={extensionOf[kind]}
      submit={isWorking ? words.creating : words.create}
      isWorking={isWorking}
      problem={problem}
      onSubmit={create}
      onClose={() => {
        isClosed.current = true;
        onClose();
      }}
    />
  );
}
