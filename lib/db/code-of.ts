/** The code of an error of Prisma, a driver or Node, or undefined. By its field: the two doors load classes twice. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : undefined;
}
