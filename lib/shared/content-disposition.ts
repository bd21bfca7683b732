/**
 * The header that makes a download carry its name (RFC 6266): an ASCII fall-back, quoted, and the name
 * itself percent-encoded as UTF-8. No name can break out of the header.
 */
export function contentDisposition(name: string): string {
  const whole = name.toWellFormed();
  const fallback = whole.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(whole).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}
