/** Resolves after the tasks that wait now, or after that many milliseconds. */
export const nextTask = (ms = 0): Promise<void> => new Promise((done) => setTimeout(done, ms));
