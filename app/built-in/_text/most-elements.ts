/**
 * Elements that one drawing of Markdown has at most: twice what an ordinary text of a million letters makes. A browser
 * draws so many in about a second.
 */
export const mostElements = 60_000;
