/** How far outside the window rows are already there. */
export const margin = '1200px 0px';

/** What a closed row usually takes, in pixels, for those that were never shown. */
export const usualRow = 58;
