/** Names of the shipped personas that the method is never tuned on; their files are named alike. */
export const heldOutPersonas: readonly string[] = ['many-newcomers', 'two-worlds'];
