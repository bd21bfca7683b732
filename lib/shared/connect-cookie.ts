/** The cookie that remembers that this browser was told what works without a Document Server. */
export const connectCookie = 'lectern-connect';
