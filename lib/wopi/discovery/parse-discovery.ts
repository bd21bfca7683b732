import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { type ProofKeys, proofKey } from '../proof/proof-keys';

export type Action = {
  app: string;
  /** lower case, without a period */
  ext: string;
  name: string;
  urlsrc: string;
  requires: string[];
  /** of `convert`: the extension of the copy, lower case, without a period */
  targetext: string | null;
  isDefault: boolean;
};

export type Discovery = {
  actions: Action[];
  /** null when the Document Server publishes none and signs nothing */
  proofKeys: ProofKeys | null;
  /** favicon of an app, by its name */
  favIcons: Readonly<Record<string, string>>;
};

const text = z.string();
const action = z.object({
  name: text,
  ext: text.default(''),
  urlsrc: text,
  requires: text.default(''),
  targetext: text.optional(),
  default: text.optional(),
});
const app = z.object({ name: text, favIconUrl: text.optional(), action: z.array(action).default([]) });
const zone = z.object({ app: z.array(app).default([]) });
const proof = z.object({
  value: text.optional(),
  oldvalue: text.optional(),
  modulus: text.optional(),
  exponent: text.optional(),
  oldmodulus: text.optional(),
  oldexponent: text.optional(),
});
const document = z.object({
  'wopi-discovery': z.object({ 'net-zone': z.array(zone).min(1), 'proof-key': z.array(proof).default([]) }),
});

/** Entities beyond XML's own five are not read, so nothing can be declared that grows. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  removeNSPrefix: true,
  processEntities: true,
  isArray: (name) => ['net-zone', 'app', 'action', 'proof-key'].includes(name),
});

/**
 * Reads a discovery document (§5.2). The zone's name is configuration: whichever is there counts. Actions
 * without an extension (those listed by MIME type) are left out, and so is every URL that does not lead
 * to the Document Server.
 * @param serverUrl the Document Server as browsers see it
 * @param internalUrl the same as this server sees it: URLs that name it are led to `serverUrl`
 * @throws AppError `unavailable` for what is no discovery document, or one without actions
 */
export function parseDiscovery(xml: string, serverUrl: string, internalUrl = serverUrl): Discovery {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw notDiscovery();
  const parsed = document.safeParse(read(xml));
  if (!parsed.success) throw notDiscovery();
  const { 'net-zone': zones, 'proof-key': keys } = parsed.data['wopi-discovery'];
  const apps = zones.flatMap((each) => each.app);
  const publicUrl = (url: string) => toPublic(url, serverUrl, internalUrl);
  const actions = apps.flatMap(({ name: appName, action: listed }) =>
    listed.flatMap((each): Action[] => {
      const urlsrc = publicUrl(each.urlsrc);
      if (each.ext === '' || urlsrc === null) return [];
      return [
        {
          app: appName,
          ext: each.ext.toLowerCase(),
          name: each.name,
          urlsrc,
          requires: each.requires.split(',').filter(Boolean),
          targetext: targetExtension(each.targetext),
          isDefault: each.default === 'true',
        },
      ];
    }),
  );
  if (actions.length === 0) throw notDiscovery();
  const favIcons = apps.flatMap(({ name, favIconUrl }) => {
    const url = favIconUrl === undefined ? null : publicUrl(favIconUrl);
    return url === null ? [] : [[name, url] as const];
  });
  return { actions, proofKeys: proofKeysOf(keys[0]), favIcons: Object.fromEntries(favIcons) };
}

/** Anything that is no extension counts as none: it becomes part of names and pages. */
function targetExtension(given: string | undefined): string | null {
  return /^\.?([a-z0-9]{1,16})$/i.exec(given ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Validated first: the parser alone takes a document that was cut off, and one cut before its keys would turn proofs off. */
function read(xml: string): unknown {
  try {
    return parser.parse(xml, true);
  } catch {
    throw notDiscovery();
  }
}

/** A key that is announced but cannot be read must not count as "no keys": that would let everything in. */
function proofKeysOf(element: z.infer<typeof proof> | undefined): ProofKeys | null {
  if (!element || Object.values(element).every((value) => !value)) return null;
  const current = proofKey(element.modulus, element.exponent);
  if (!current) throw notDiscovery();
  return { current, old: proofKey(element.oldmodulus, element.oldexponent) };
}

/** The same URL below the public one, or null when it leads elsewhere. Hosts in capitals and default ports are read as URLs are. */
function toPublic(url: string, serverUrl: string, internalUrl: string): string | null {
  const [, start = '', rest = ''] = /^(https?:\/\/[^/?#\\@]+)(\/.*)$/is.exec(url) ?? [];
  if (!URL.canParse(start)) return null;
  const plain = new URL(start).origin + rest;
  for (const base of [serverUrl, internalUrl].map(plainBase)) {
    if (plain.startsWith(`${base}/`)) return plainBase(serverUrl) + plain.slice(base.length);
  }
  // A Document Server that knows its own name under another path of the same origin.
  return plain.startsWith(`${new URL(serverUrl).origin}/`) ? plain : null;
}

function plainBase(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/$/, '');
}

function notDiscovery(): AppError {
  return new AppError('unavailable', 'The Document Server did not answer with a discovery document.');
}
