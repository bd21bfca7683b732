/** The cookie that remembers how lists are shown in this browser: "list" or "grid". */
export const viewCookie = 'lectern-view';
