import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';

/** A server somewhere else, which hostile documents would call home to. */
export class Outside {
  private constructor(
    readonly url: string,
    private readonly server: Server,
    /** the paths that were asked for */
    readonly heard: string[],
  ) {}

  static async start(): Promise<Outside> {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      if (request.url !== '/after') heard.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*');
      response.end('x');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    return new Outside(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, server, heard);
  }

  /** Waits until whatever a page has begun by now has arrived: what is asked for later is answered later. */
  async settle(page: Page): Promise<void> {
    for (const frame of page.frames()) await frame.evaluate(() => undefined).catch(() => undefined);
    // Not asked of the frames: one without scripts never calls back.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const after = await page.context().newPage();
    await after.goto(`${this.url}/after`);
    await after.close();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
