/**
 * The form in which e-mail addresses are compared: NFKC, then lower case. So "Anna＠Example.com" with a
 * full-width sign is the same account as "anna@example.com", not a second one that looks like it.
 * @returns null for what cannot be an e-mail address: no local part or domain, blanks, control or invisible
 *   characters, or more than 254 characters (RFC 5321)
 */
export function emailKey(email: string): string | null {
  const key = email.trim().normalize('NFKC').toLowerCase().normalize('NFKC');
  return key.length <= 254 && /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(key) ? key : null;
}
