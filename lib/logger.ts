import pino from 'pino';
import { env } from './env';

const holder = globalThis as typeof globalThis & { lecternLogger?: pino.Logger };

/**
 * The program's log: one JSON object a line on standard output. Nobody hands it a token, a cookie or
 * a URL with its query; what looks like one is redacted all the same.
 */
export function logger(): pino.Logger {
  holder.lecternLogger ??= makeLogger(env().LOG_LEVEL);
  return holder.lecternLogger;
}

/** @param destination where the lines go; standard output unless told */
export function makeLogger(level: string, destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
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
  };
  return destination ? pino(options, destination) : pino(options);
}
