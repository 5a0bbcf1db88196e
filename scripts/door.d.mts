/** See door.mjs, which is plain JavaScript because it runs before TypeScript is installed. */
export function enter(script: string, args: readonly string[]): Promise<void>;
export function nodeComplaint(version: string): string | null;
