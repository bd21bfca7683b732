'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { copyText } from '@/app/_components/copy-text';
import { useMessages } from '@/app/_locale/messages-context';

export type ConnectCommands = { command: string; settings: string };

/** How an administrator connects ONLYOFFICE: the command, the settings, and the new start. */
export function ConnectSteps({ command, settings }: ConnectCommands) {
  const words = useMessages().connect;
  return (
    <ol className="steps">
      <li>
        {words.start}
        <Code text={command} />
      </li>
      <li>
        {words.set}
        <Code text={settings} />
      </li>
      <li>{words.again}</li>
    </ol>
  );
}

function Code({ text }: { text: string }) {
  const words = useMessages().connect;
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? Check : Copy;

  async function copy() {
    setCopied(await copyText(text));
  }

  return (
    <div className="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <Button look="quiet" iconOnly aria-label={isCopied ? words.copied : words.copy} title={words.copy} onClick={copy}>
        <Icon className="icon" aria-hidden />
      </Button>
    </div>
  );
}
