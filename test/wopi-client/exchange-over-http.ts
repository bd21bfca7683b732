import http from 'node:http';
import type { Exchange } from './wopi-client';

/** Sends a request over a connection of its own, byte for byte as it is told. */
export const exchangeOverHttp: Exchange = ({ base, method, path, headers, body, cutAfter }) =>
  new Promise((resolve, reject) => {
    const request = http.request({
      host: base.hostname,
      port: base.port,
      method,
      path,
      agent: false,
      setHost: false,
      headers: headers.flat(),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    if (cutAfter !== undefined && body) {
      request.write(body.subarray(0, cutAfter), () => request.destroy(new Error('cut on purpose')));
    } else if (headers.some(([name]) => name === 'Transfer-Encoding')) {
      // A body that is handed over at the end alone is announced by Node.
      request.write(body ?? '');
      request.end();
    } else request.end(body ?? undefined);
  });
