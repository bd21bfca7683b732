'use client';

import { useMessages } from '@/app/_locale/messages-context';

/** Above a document that somebody could comment or propose changes in, if the Document Server proved its requests. */
export function UnprovenBar() {
  const { editor } = useMessages();
  return (
    <div className="editor-bar" data-wraps role="note">
      <p>{editor.unproven}</p>
    </div>
  );
}
