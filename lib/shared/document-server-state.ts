/**
 * How it stands with the Document Server, as an administrator is told: it `signs` its requests; it does not
 * (`unsigned`), or not although nothing else is let through (`unsigned-refused`, by WOPI_PROOF=require); its keys were
 * seen once and are `missing` now; nobody asks for signatures (`off`, by WOPI_PROOF); it is `away`; there is `none`.
 */
export type DocumentServerState = 'signs' | 'unsigned' | 'unsigned-refused' | 'missing' | 'off' | 'away' | 'none';
