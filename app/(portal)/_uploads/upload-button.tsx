'use client';

import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/app/_components/button';
import { useIsRunning } from '@/app/_components/use-is-running';
import { useMessages } from '@/app/_locale/messages-context';
import { useAddFiles } from './upload-provider';

export function UploadButton({ withText = false }: { withText?: boolean }) {
  const words = useMessages().uploads;
  const isRunning = useIsRunning();
  const add = useAddFiles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        aria-label={words.button}
        disabled={!isRunning}
        data-waiting={!isRunning || undefined}
        onClick={() => input.current?.click()}
      >
        <Upload className="icon" aria-hidden />
        <span className={withText ? undefined : 'not-phone'}>{words.button}</span>
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
