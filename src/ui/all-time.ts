/** From the first moment to the last that a date can be of. */
export const allTime = { from: 0, to: 8.64e15 } as const;
