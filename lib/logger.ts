import pino from 'pino';
import { env } from './env';

const holder = globalThis as typeof globalThis & { lecternLogger?: pino.Logger };

/**
 * The program's log: one JSON object a line on standard output. Nobody hands it a token, a cookie or
 * a URL with its query; what looks like one is redacted all the same.
 */
export function logger(): pino.Logger {
  holder.lecternLogger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    redact: {
      paths: [
        'access_token',
        '*.access_token',
        'accessToken',
        '*.accessToken',
        'password',
        '*.password',
        'authorization',
        '*.authorization',
        'cookie',
        '*.cookie',
      ],
      censor: '[redacted]',
    },
  });
  return holder.lecternLogger;
}
