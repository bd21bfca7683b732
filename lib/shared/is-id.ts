/** Whether a text can be an id of Lectern: 20 to 40 lower-case letters and digits. Nothing else reaches the database. */
export function isId(text: string): boolean {
  return /^[0-9a-z]{20,40}$/.test(text);
}
