/** The base and the extension (with its period, or '') of a file name. A name that starts with its only period has no extension. */
export function splitName(name: string): { base: string; extension: string } {
  const at = name.lastIndexOf('.');
  if (at <= 0 || at === name.length - 1 || name.length - at > 20 || /\s/.test(name.slice(at))) {
    return { base: name, extension: '' };
  }
  return { base: name.slice(0, at), extension: name.slice(at) };
}
