import type { FromSandbox, ToSandbox } from './messages';

export type SandboxPort = {
  tell: (message: FromSandbox) => void;
  hear: (callback: (message: ToSandbox) => void) => void;
};

/** Above what a sandbox needs between two signs of life; the page around it waits much longer. */
const aliveEveryMs = 1_000;

/**
 * The way from the sandbox to the preview's page: a port that the page hands over once, and nobody else gets.
 * @param callback called with the port, once
 */
export function openPort(callback: (port: SandboxPort) => void): void {
  const accept = (event: MessageEvent) => {
    // The sandbox has no origin of its own; its address still says where it came from.
    if (event.source !== window.parent || event.origin !== window.location.origin) return;
    const [port] = event.ports;
    if (!port) return;
    window.removeEventListener('message', accept);
    const tell = (message: FromSandbox) => port.postMessage(message);
    callback({
      tell,
      hear(listener) {
        port.onmessage = ({ data }: MessageEvent<ToSandbox>) => listener(data);
      },
    });
    setInterval(() => tell({ kind: 'alive' }), aliveEveryMs);
    tell({ kind: 'ready' });
  };
  window.addEventListener('message', accept);
}
