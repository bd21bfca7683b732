/**
 * Every way in which Lectern refuses, with the HTTP status that a client is told.
 * The WOPI statuses are those of the protocol: 401 for a token that is no good, 404 for what is
 * missing or not allowed, 409 for locks and names, 412, 413, 500 also for a failed proof, 501.
 */
export const errorStatus = {
  'not-signed-in': 401,
  'token-invalid': 401,
  'proof-invalid': 500,
  'not-found': 404,
  forbidden: 403,
  'cross-origin': 403,
  'address-refused': 403,
  'invalid-request': 400,
  'invalid-name': 400,
  'invalid-folder-name': 400,
  'incomplete-body': 400,
  'lock-conflict': 409,
  'name-taken': 409,
  'folder-not-empty': 409,
  'document-changed': 409,
  replayed: 409,
  'being-edited': 409,
  'larger-than-expected': 412,
  'too-large': 413,
  'method-not-allowed': 405,
  'not-implemented': 501,
  'too-many-tries': 429,
  'wrong-password': 403,
  'already-exists': 409,
  unavailable: 503,
  'storage-full': 507,
  'content-missing': 500,
  'unsupported-type': 422,
  settings: 500,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * What a code alone does not say. The thrown sentence is English; another language finds its own by the reason,
 * or by the code where there is none.
 */
export const refusalReasons = [
  'no-document',
  'no-folder',
  'no-version',
  'no-person',
  'no-session',
  'in-trash',
  'not-in-trash',
  'too-deep',
  'into-itself',
  'current-version',
  'you-are-editing',
  'several-are-editing',
  'name-of-version',
  'damaged-version',
  'copies-forbidden',
  'may-not-replace',
  'password-too-short',
  'password-too-long',
  'name-of-person',
  'upload-without-name',
  'nothing-chosen',
  'too-much-for-zip',
  'too-deep-for-zip',
  'release-lock',
  'signing-in-is-busy',
  'no-job',
  'not-undoable',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What an edge needs for its answer, and what sentences are made with: `name` of what it is about, `who` else. */
export type ErrorDetail = Record<string, string | number> & { reason?: RefusalReason };

const mark = Symbol.for('lectern.error');

/**
 * A refusal that somebody outside is told about. `message` is a sentence for a person; `detail`
 * carries what an edge needs for its answer (for example the lock that conflicts).
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: Readonly<ErrorDetail>;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
    Object.defineProperty(this, mark, { value: true });
  }
}

/**
 * Whether `error` is an AppError. The two doors load this module twice in one process, so
 * `instanceof` would not recognise the other door's errors; a registered symbol does.
 */
export function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && mark in error;
}

/** The HTTP status of an error: its code's, or 500 for anything unknown. */
export function statusOf(error: unknown): number {
  return isAppError(error) ? errorStatus[error.code] : 500;
}

const faults: readonly ErrorCode[] = ['unavailable', 'storage-full', 'internal', 'settings'];

/** Whether something of ours has failed (a disk, the database, a bug), and not what somebody asked for. */
export function isFault(error: unknown): boolean {
  if (!isAppError(error) || error.code === 'content-missing') return true;
  return faults.includes(error.code) && error.cause !== undefined;
}
