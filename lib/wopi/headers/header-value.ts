/** A header's value without blanks at the ends; null when it is absent or blank, which mean the same. */
export function headerValue(headers: Headers, name: string): string | null {
  return headers.get(name)?.trim() || null;
}
