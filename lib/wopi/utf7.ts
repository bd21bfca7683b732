import { encode } from 'utf7';

/** Base64 in UTF-7 has no padding and, unlike that of data URLs, uses `+` and `/`. */
const run = /\+([A-Za-z0-9+/]*)(-?)/g;

/**
 * Decodes a name in UTF-7 (RFC 2152): X-WOPI-SuggestedTarget, -RelativeTarget, -RequestedName. `+-` is a
 * plus sign; a run is big-endian UTF-16 in base64 and ends with `-` or with the first character that is no
 * base64. An ill-formed run stays as it is written. Never throws.
 */
export function decodeUtf7(value: string): string {
  return value.replace(run, (whole, digits: string, hyphen: string) => {
    if (digits === '') return hyphen ? '+' : whole;
    return decodeRun(digits) ?? whole;
  });
}

/** Encodes a name as ONLYOFFICE does, with everything outside RFC 2152's set D in base64, blanks too. */
export function encodeUtf7(name: string): string {
  return encode(name);
}

/** UTF-16 of a run, or null when it is ill-formed: left-over bits that are not zero, a whole digit of them, half a character. */
function decodeRun(digits: string): string | null {
  let bits = 0;
  let count = 0;
  const units: number[] = [];
  for (const digit of digits) {
    bits = (bits << 6) | base64Value(digit);
    count += 6;
    if (count >= 16) {
      count -= 16;
      units.push((bits >> count) & 0xffff);
      bits &= (1 << count) - 1;
    }
  }
  if (count >= 6 || bits !== 0) return null;
  const text = String.fromCharCode(...units);
  return text.isWellFormed() ? text : null;
}

function base64Value(digit: string): number {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(digit);
}
