import { CannotShow } from './cannot-show';
import type { ToSandbox } from './messages';
import { openPort, type SandboxPort } from './open-port';

export type OpenMessage = Extract<ToSandbox, { kind: 'open' }>;
type Later = Exclude<ToSandbox, { kind: 'open' | 'theme' }>;

/**
 * Runs a preview in its sandbox: shows what it is handed and says how that ended.
 * @param show shows the document; what it throws becomes the reason
 * @param hear whatever comes after
 */
export function runSandbox(
  show: (message: OpenMessage, port: SandboxPort) => Promise<void>,
  hear: (message: Later) => void,
): void {
  openPort((port) => {
    port.hear((message) => {
      if (message.kind === 'open') {
        document.documentElement.lang = message.locale;
        document.documentElement.dataset.theme = message.theme;
        document.title = message.name;
        show(message, port).then(
          () => port.tell({ kind: 'shown' }),
          (error) => port.tell({ kind: 'failed', reason: error instanceof CannotShow ? error.reason : 'damaged' }),
        );
      } else if (message.kind === 'theme') document.documentElement.dataset.theme = message.theme;
      else hear(message);
    });
  });
}
