'use client';

import { useState } from 'react';
import { AskDialog } from '@/app/_components/ask-dialog';
import { Button } from '@/app/_components/button';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { seeThrough } from '../_work/see-through';
import { emptyTrash } from './actions';

/** Deletes everything in the trash for ever, after a question. */
export function EmptyTrash({ all }: { all: number }) {
  const words = useMessages().trash;
  const [isAsking, setAsking] = useState(false);
  const [isWorking, setWorking] = useState(false);

  async function empty() {
    setWorking(true);
    const result = await seeThrough(() => emptyTrash());
    setWorking(false);
    setAsking(false);
    const problem = result.ok ? result.work.refusal : result.message;
    if (problem === null) notify({ title: words.emptied });
    else notify({ title: words.emptyFailed, text: problem, isProblem: true });
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.empty}</Button>
      {isAsking ? (
        <AskDialog
          title={words.askAll.title}
          text={words.askAll.text(all)}
          submit={words.askAll.submit}
          isWorking={isWorking}
          onSubmit={empty}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
