import type { Sandbox } from './mount-sandbox';

/** Fetches one of our own files for a sandbox, which asks no server itself. */
export async function handAsset(sandbox: Sandbox, name: string): Promise<void> {
  const bytes = await fetch(`/built-in/assets/pdf/${name}`)
    .then((answer) => (answer.ok ? answer.arrayBuffer() : null))
    .catch(() => null);
  sandbox.tell({ kind: 'asset', name, bytes }, bytes ? [bytes] : []);
}
