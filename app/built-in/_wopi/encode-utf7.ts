/** RFC 2152's set D without what some proxies take apart, and without the blank, as ONLYOFFICE writes it. */
const direct = /[A-Za-z0-9'(),\-./:?]/;

/**
 * Encodes a name for X-WOPI-SuggestedTarget and X-WOPI-RequestedName (UTF-7, RFC 2152): what is not direct stands
 * as big-endian UTF-16 in base64 without padding between `+` and `-`; a plus sign alone is `+-`.
 */
export function encodeUtf7(name: string): string {
  let out = '';
  let run = '';
  const flush = () => {
    if (run !== '') out += `+${run === '+' ? '' : base64OfUtf16(run)}-`;
    run = '';
  };
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charAt(at);
    if (direct.test(unit)) {
      flush();
      out += unit;
    } else run += unit;
  }
  flush();
  return out;
}

function base64OfUtf16(text: string): string {
  let bytes = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return btoa(bytes).replace(/=+$/, '');
}
