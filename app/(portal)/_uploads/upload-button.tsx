'use client';

import { Upload } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { useIsRunning } from '@/app/_components/use-is-running';
import { useMessages } from '@/app/_locale/messages-context';
import { useChooseFiles } from './upload-provider';

export function UploadButton({ withText = false }: { withText?: boolean }) {
  const words = useMessages().uploads;
  const isRunning = useIsRunning();
  const chooseFiles = useChooseFiles();
  return (
    <Button
      aria-label={words.button}
      disabled={!isRunning}
      data-waiting={!isRunning || undefined}
      onClick={() => chooseFiles('files')}
    >
      <Upload className="icon" aria-hidden />
      <span className={withText ? undefined : 'not-phone'}>{words.button}</span>
    </Button>
  );
}
