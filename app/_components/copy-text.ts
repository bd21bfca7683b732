'use client';

/** Puts a text on the clipboard. @returns false where the browser refuses: then it is chosen and copied by hand */
export async function copyText(text: string): Promise<boolean> {
  // biome-ignore lint/plugin: plain http has no clipboard; there a selection is copied as by a key
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) return copySelected(text);
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = Object.assign(document.createElement('textarea'), {
    value: text,
    readOnly: true,
    className: 'sr-only',
  });
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isDone;
}
