import { expect } from 'vitest';
import type { BrowserName } from './bench.ts';
import type { Hands } from './hands.ts';

/** Something that cannot be had in an editor, and why. The tests see to it that it is still so. */
export interface Exception {
  readonly editor: string;
  readonly behaviours: readonly string[];
  readonly browsers: readonly BrowserName[];
  readonly why: string;
  /** Sees to what must hold instead, in the state in which the behaviour left the editor. */
  safe(hands: Hands): Promise<void>;
}

export const exceptions: readonly Exception[] = [
  {
    editor: 'codemirror',
    behaviours: ['30 kB'],
    browsers: ['chromium', 'firefox'],
    why: 'it draws only the lines on the screen, so nobody could read the rest back; refused, and nothing is left of it',
    async safe(hands) {
      expect(await hands.model()).toBe('');
    },
  },
];
