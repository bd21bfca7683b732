'use client';

import { useMessages } from '@/app/_locale/messages-context';
import { CodeBlock } from './code-block';

export type ConnectCommands = { command: string; settings: string };

/** How an administrator connects ONLYOFFICE: the command, the settings, and the new start. */
export function ConnectSteps({ command, settings }: ConnectCommands) {
  const words = useMessages().connect;
  return (
    <ol className="steps">
      <li>
        {words.start}
        <CodeBlock text={command} />
      </li>
      <li>
        {words.set}
        <CodeBlock text={settings} />
      </li>
      <li>{words.again}</li>
    </ol>
  );
}
