/** Who is signed in, as far as the browser is told. */
export type Person = { userId: string; name: string; email: string };
