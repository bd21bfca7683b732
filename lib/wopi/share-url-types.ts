/** The kinds of share URL that CheckFileInfo and CheckContainerInfo announce in SupportedShareUrlTypes. */
export const shareUrlTypes = ['ReadOnly', 'ReadWrite'] as const;
