/** What a server action answers: done, or a refusal with a code of lib/errors.ts and a sentence for the person. */
export type ActionResult<Done extends object = object> =
  | ({ ok: true } & Done)
  | { ok: false; code: string; message: string };
