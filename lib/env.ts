import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { AppError } from './errors';
import { isAddressIn } from './shared/is-address-allowed';
import { networkOf } from './shared/network-of';

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const webUrl = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'must be a URL that starts with http:// or https://',
  )
  .refine((value) => !URL.canParse(value) || isBare(new URL(value)), 'must have no ?, no # and no user name')
  .transform((value) => value.replace(/\/+$/, ''));
/** What browsers send as Origin. Pages, cookies and redirects begin at the root of it. */
const origin = webUrl
  .refine(
    (value) => new URL(value).pathname === '/',
    'must have no path: Lectern needs an address of its own, for example https://documents.example.org',
  )
  .transform((value) => new URL(value).origin);
const networks = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .superRefine((entries, context) => {
    for (const entry of entries.filter((each) => networkOf(each) === null)) {
      const message = `“${entry}” is no address and no network; write 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32`;
      context.addIssue({ code: 'custom', message });
    }
  });
/** Whoever asks could write any X-Forwarded-For if everybody was a proxy. */
const proxies = networks.superRefine((entries, context) => {
  for (const entry of entries.filter(holdsEverybody)) {
    context.addIssue({ code: 'custom', message: `“${entry}” is everybody; name your own proxies only` });
  }
});

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: origin.optional(),
  WOPI_BASE_URL: webUrl.optional(),
  DOCUMENT_SERVER_URL: webUrl.optional(),
  DOCUMENT_SERVER_INTERNAL_URL: webUrl.optional(),
  WOPI_PROOF: z.enum(['off', 'verify', 'require']).default('verify'),
  WOPI_CONTAINERS: z.enum(['off', 'operator', 'on']).default('operator'),
  WOPI_SAVE_COPY_AS: onOff.default(true),
  ONLYOFFICE_QUIET_VIEW: onOff.default(true),
  WOPI_ALLOWED_CIDRS: networks.default([]),
  TRUSTED_PROXIES: proxies.default([]),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file:, postgres:// or postgresql://')
    .optional(),
  AUTH_SECRET: z.string().optional(),
  ADMIN_EMAIL: z.string().email().default('admin@example.com'),
  ADMIN_PASSWORD: z.string().min(8).max(1024).optional(),
  MAX_DOCUMENT_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .default(1024 ** 3),
  AUDIT_RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).default(400),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

function holdsEverybody(network: string): boolean {
  const ends = [
    ['0.0.0.0', '255.255.255.255'],
    ['::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ];
  return ends.some((pair) => pair.every((address) => isAddressIn(address, [network])));
}

function isBare({ search, hash, username, password }: URL): boolean {
  return `${search}${hash}${username}${password}` === '';
}

/** The settings as the program uses them: URLs without a trailing slash, paths absolute. */
export type Env = ReturnType<typeof readSettings>;

/**
 * Checks a set of raw settings (names as in `.env.example`) and fills in the defaults.
 * An empty value counts as not set.
 * @throws AppError `settings` that names every setting that is wrong.
 */
export function readSettings(raw: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new AppError('settings', `These settings are not right. ${wrong.join('; ')}`);
  }
  const value = parsed.data;
  const publicUrl = value.PUBLIC_URL ?? `http://localhost:${value.PORT}`;
  const dataDir = path.resolve(value.DATA_DIR);
  const isProduction = raw.NODE_ENV === 'production';
  const shared = sharedHost({ PUBLIC_URL: publicUrl, DOCUMENT_SERVER_URL: value.DOCUMENT_SERVER_URL });
  if (isProduction && shared !== null) throw new AppError('settings', sharedHostSentence(shared));
  return {
    ...value,
    PUBLIC_URL: publicUrl,
    WOPI_BASE_URL: value.WOPI_BASE_URL ?? publicUrl,
    DOCUMENT_SERVER_INTERNAL_URL: value.DOCUMENT_SERVER_INTERNAL_URL ?? value.DOCUMENT_SERVER_URL,
    DATA_DIR: dataDir,
    DATABASE_URL: value.DATABASE_URL ?? `file:${path.join(dataDir, 'lectern.db')}`,
    isSecure: publicUrl.startsWith('https:'),
    isProduction,
    isOnVercel: raw.VERCEL === '1',
  };
}

/**
 * The host name that the portal and the Document Server have in common, or null. "Cookies do not provide isolation by
 * port" (RFC 6265, 8.5): a browser would send the session of one to the other.
 */
export function sharedHost(urls: { PUBLIC_URL: string; DOCUMENT_SERVER_URL?: string | undefined }): string | null {
  if (urls.DOCUMENT_SERVER_URL === undefined) return null;
  const [portal, server] = [urls.PUBLIC_URL, urls.DOCUMENT_SERVER_URL].map((url) => new URL(url).hostname);
  return portal !== undefined && portal === server ? portal : null;
}

/** Why a host name must not be shared, and what to do. */
export function sharedHostSentence(host: string): string {
  return (
    `PUBLIC_URL and DOCUMENT_SERVER_URL have the same host name, ${host}: browsers would send the sign-in of this ` +
    'portal to the Document Server too, since cookies do not know ports. Give them two names. On one machine take ' +
    'localhost for one and 127.0.0.1 for the other; in a network the address for one and a name for the other; ' +
    'behind one proxy two names.'
  );
}

let current: Env | undefined;

/**
 * The settings of this process: the environment first, then the file `.env` in the working folder.
 * Read once. Sets `NEXTAUTH_URL`, which next-auth reads from the environment by itself.
 * @throws AppError `settings`, see {@link readSettings}.
 */
export function env(): Env {
  if (current) return current;
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  current = readSettings({ ...file, ...process.env });
  process.env.NEXTAUTH_URL = current.PUBLIC_URL;
  return current;
}
