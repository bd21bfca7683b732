/** The names in all paths of an upload that one request may have: a portion for the page, a limit for the server. */
export const mostNamesOfPaths = 5000;
