import type { SandboxPort } from '@/app/built-in/_sandbox/open-port';

/** Files of our own that pdf.js needs now and then: asked for at the page around, since a sandbox asks no server. */
export class AssetStore {
  readonly #waiting = new Map<string, ((bytes: ArrayBuffer | null) => void)[]>();

  constructor(readonly port: SandboxPort) {}

  /** @throws Error when there is none */
  async load(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await new Promise<ArrayBuffer | null>((resolve) => {
      const others = this.#waiting.get(name) ?? [];
      this.#waiting.set(name, [...others, resolve]);
      if (others.length === 0) this.port.tell({ kind: 'asset', name });
    });
    if (!bytes) throw new Error(`There is no ${name}.`);
    // pdf.js gives away what it is handed.
    return new Uint8Array(bytes.slice(0));
  }

  arrived(name: string, bytes: ArrayBuffer | null): void {
    const waiting = this.#waiting.get(name) ?? [];
    this.#waiting.delete(name);
    for (const resolve of waiting) resolve(bytes);
  }
}
