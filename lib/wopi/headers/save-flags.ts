import { headerValue } from './header-value';

export type SaveFlags = {
  isModifiedByUser: boolean;
  isAutosave: boolean;
  isExitSave: boolean;
  /** the LastModifiedTime that the client last saw, as it was sent */
  timestamp: string | null;
  /** Collabora's headers, ONLYOFFICE's (and old Collabora's), or none */
  dialect: 'cool' | 'lool' | null;
};

/**
 * What a PutFile says of itself. ONLYOFFICE sends X-LOOL-WOPI-… with `true` or leaves the header out;
 * Collabora sends X-COOL-WOPI-… with `true` or `false`, and to old hosts both kinds: the newer one counts.
 */
export function saveFlags(headers: Headers): SaveFlags {
  const isCool = [...headers.keys()].some((name) => name.startsWith('x-cool-wopi-'));
  const isLool = [...headers.keys()].some((name) => name.startsWith('x-lool-wopi-'));
  const prefix = isCool ? 'x-cool-wopi-' : 'x-lool-wopi-';
  const flag = (name: string) => headerValue(headers, prefix + name)?.toLowerCase() === 'true';
  return {
    isModifiedByUser: flag('ismodifiedbyuser'),
    isAutosave: flag('isautosave'),
    isExitSave: flag('isexitsave'),
    timestamp: headerValue(headers, `${prefix}timestamp`),
    dialect: isCool ? 'cool' : isLool ? 'lool' : null,
  };
}
