import { readFormFields } from './read-form-fields';

/** More than any form of next-auth, in bytes. */
const maxBytes = 32 * 1024;

/**
 * The fields of a form of next-auth's; of a field that comes twice, the last.
 * @throws AppError `invalid-request` for another type or a large body, of which no more is read
 */
export async function readForm(request: Request): Promise<Record<string, string>> {
  return Object.fromEntries(await readFormFields(request, maxBytes));
}
