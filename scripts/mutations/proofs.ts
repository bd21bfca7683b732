import { lib, type Mutation } from './mutation';

const check = lib('wopi/proof/check-proof');
const vectors = lib('wopi/proof');
const times = lib('wopi/proof-time');
const utf7 = lib('wopi/utf7');

export const proofsMutations: readonly Mutation[] = [
  {
    breaks: 'a signed time of any age passes',
    file: 'lib/wopi/proof/check-proof.ts',
    from: 'if (!isProofTimely(ticks, Date.now())) throw',
    to: 'if (ticks < 0n) throw',
    tests: [check],
  },
  {
    breaks: 'a request without keys passes where proofs are required',
    file: 'lib/wopi/proof/check-proof.ts',
    from: "keys === null && WOPI_PROOF === 'verify'",
    to: 'keys === null',
    tests: [check],
  },
  {
    breaks: 'without a Document Server proofs that are required are not',
    file: 'lib/wopi/proof/check-proof.ts',
    from: "if (WOPI_PROOF === 'require') throw refused('no Document",
    to: "if (WOPI_PROOF === 'off') throw refused('no Document",
    tests: [check],
  },
  {
    breaks: 'new keys are not fetched',
    file: 'lib/wopi/proof/check-proof.ts',
    from: '(await refetchDiscovery())?.proofKeys ?? keys',
    to: 'keys',
    tests: [check],
  },
  {
    breaks: 'a Document Server whose discovery failed is trusted',
    file: 'lib/wopi/proof/check-proof.ts',
    from: "throw refused('discovery could not be fetched yet');",
    to: 'return null;',
    tests: [check],
  },
  {
    breaks: 'the signed URL is that of the portal’s address',
    file: 'lib/wopi/proof/check-proof.ts',
    from: 'new URL(env().WOPI_BASE_URL)',
    to: 'new URL(env().PUBLIC_URL)',
    tests: [lib('wopi/operations/put-relative-file-settings')],
  },
  {
    breaks: 'the path of the base is not part of the signed URL',
    file: 'lib/wopi/proof/check-proof.ts',
    from: "base.origin + base.pathname.replace(/\\/$/, '') + request.rawUrl",
    to: 'base.origin + request.rawUrl',
    tests: [lib('wopi/operations/put-relative-file-settings')],
  },
  {
    breaks: 'a signed time is good for half an hour',
    file: 'lib/wopi/proof/proof-time.ts',
    from: 'oldestMs = 20 *',
    to: 'oldestMs = 30 *',
    tests: [times, check],
  },
  {
    breaks: 'a signed time may be ten minutes ahead',
    file: 'lib/wopi/proof/proof-time.ts',
    from: 'aheadMs = 5 *',
    to: 'aheadMs = 10 *',
    tests: [times, check],
  },
  {
    breaks: 'the current key on X-WOPI-ProofOld is refused',
    file: 'lib/wopi/proof/verify-proof.ts',
    from: 'fits(keys.current, signed, proof.proof) || fits(keys.current, signed, proof.proofOld)',
    to: 'fits(keys.current, signed, proof.proof)',
    tests: [vectors],
  },
  {
    breaks: 'the old key on X-WOPI-ProofOld passes',
    file: 'lib/wopi/proof/verify-proof.ts',
    from: 'keys.old !== null && fits(keys.old, signed, proof.proof)',
    to: 'keys.old !== null && (fits(keys.old, signed, proof.proof) || fits(keys.old, signed, proof.proofOld))',
    tests: [vectors, check],
  },
  {
    breaks: 'the old key is refused',
    file: 'lib/wopi/proof/verify-proof.ts',
    from: 'keys.old !== null && fits(keys.old, signed, proof.proof)',
    to: 'keys.old === null && fits(keys.current, signed, proof.proof)',
    tests: [vectors, check],
  },
  {
    breaks: 'a signature with characters that are no base64 passes',
    file: 'lib/wopi/proof/verify-proof.ts',
    from: 'signature === null || signature.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(signature)',
    to: 'signature === null',
    tests: [vectors],
  },
  {
    breaks: 'letter case of the URL counts',
    file: 'lib/wopi/proof/verify-proof.ts',
    from: 'Buffer.from(url.toUpperCase())',
    to: 'Buffer.from(url)',
    tests: [vectors],
  },
  {
    breaks: 'keys that protect nothing are taken',
    file: 'lib/wopi/proof/proof-keys.ts',
    from: 'return isSound(key) ? key : null;',
    to: 'return key;',
    tests: [vectors, lib('wopi/parse-discovery')],
  },
  {
    breaks: 'a run of UTF-7 with left-over bits is decoded',
    file: 'lib/wopi/utf7.ts',
    from: 'count >= 6 || bits !== 0',
    to: 'count >= 6',
    tests: [utf7],
  },
  {
    breaks: 'half a character in UTF-7 is decoded',
    file: 'lib/wopi/utf7.ts',
    from: 'text.isWellFormed() ? text : null',
    to: 'text',
    tests: [utf7],
  },
  {
    breaks: '+- is no plus sign',
    file: 'lib/wopi/utf7.ts',
    from: "hyphen ? '+' : whole",
    to: 'whole',
    tests: [utf7],
  },
  {
    breaks: 'an administrator is told that all is well where nothing is signed and all is refused',
    file: 'lib/wopi/proof/document-server-state.ts',
    from: "hasKeys ? 'signs' : 'unsigned-refused'",
    to: "hasKeys ? 'signs' : 'signs'",
    tests: [lib('wopi/document-server-state')],
  },
  {
    breaks: 'a Document Server that went away counts as connected',
    file: 'lib/wopi/discovery/discovery.ts',
    from: '    cache.hasFailed = true;\n',
    to: '',
    tests: [lib('wopi/document-server-state')],
  },
];
