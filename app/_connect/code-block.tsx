'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { copyText } from '@/app/_components/copy-text';
import { useMessages } from '@/app/_locale/messages-context';

/** Lines to be typed elsewhere, with a button that copies them. */
export function CodeBlock({ text }: { text: string }) {
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
