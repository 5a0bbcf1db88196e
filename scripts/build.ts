import { resolve } from 'node:path';
import { createBuilder } from 'vite';

export type Target = 'chrome' | 'firefox';
export const targets: readonly Target[] = ['chrome', 'firefox'];

/** Builds the extension for one browser; answers the folder to load, `dist/<target>`. */
export async function build(target: Target): Promise<string> {
  const builder = await createBuilder({ mode: target, logLevel: 'warn' });
  await builder.buildApp();
  return resolve('dist', target);
}
