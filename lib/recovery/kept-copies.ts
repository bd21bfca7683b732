/** For how long a refused save is kept: 30 days, in milliseconds. */
export const copyKeptMs = 30 * 24 * 60 * 60_000;
/** How long before its end the list says so: a week, in milliseconds. */
export const copyWarnedMs = 7 * 24 * 60 * 60_000;
/** How many refused saves of one person are kept for one document, as long as one may go for another. */
export const mostCopies = 10;
