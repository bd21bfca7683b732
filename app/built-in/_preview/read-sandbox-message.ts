import { assetName, type FromSandbox, renderFailures } from '@/app/built-in/_sandbox/messages';

/**
 * A message of the sandbox, if it is one. What shows a document may have been taken over by it: nothing but what is
 * listed here has any effect, whatever its values.
 */
export function readSandboxMessage(data: unknown): FromSandbox | null {
  if (typeof data !== 'object' || data === null) return null;
  const message: Record<string, unknown> = { ...data };
  switch (message.kind) {
    case 'ready':
    case 'alive':
    case 'shown':
      return { kind: message.kind };
    case 'failed':
      return { kind: 'failed', reason: renderFailures.find((each) => each === message.reason) ?? 'damaged' };
    case 'state':
      return {
        kind: 'state',
        zoom: whole(message.zoom, 10_000),
        isFitted: message.isFitted === true,
        page: whole(message.page, 1_000_000),
        pages: whole(message.pages, 1_000_000),
      };
    case 'password':
      return { kind: 'password', isWrong: message.isWrong === true };
    case 'link':
      return typeof message.href === 'string' && isLinkOut(message.href) ? { kind: 'link', href: message.href } : null;
    case 'asset':
      return typeof message.name === 'string' && assetName.test(message.name)
        ? { kind: 'asset', name: message.name }
        : null;
    default:
      return null;
  }
}

function whole(value: unknown, most: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(Math.round(value), 0), most) : 0;
}

/** Whether a link leads to the web or to a mail. */
export function isLinkOut(href: string): boolean {
  if (href.length > 4000) return false;
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}
