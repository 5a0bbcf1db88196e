import type { BrowserName } from './bench.ts';

/** Something that cannot be had in an editor, and why. The tests see to it that it is still so. */
export interface Exception {
  readonly editor: string;
  readonly behaviours: readonly string[];
  readonly browsers: readonly BrowserName[];
  readonly why: string;
}

export const exceptions: readonly Exception[] = [
  {
    editor: 'codemirror',
    behaviours: ['30 kB'],
    browsers: ['chromium', 'firefox'],
    why: 'it draws only the lines on the screen, so the rest cannot be read back from the page',
  },
  {
    editor: 'lexical',
    behaviours: ['at the caret'],
    browsers: ['chromium', 'firefox'],
    why: 'it never joins a blank paragraph that is pasted to the line before: one too many stands there',
  },
  {
    editor: 'trix',
    behaviours: ['replaces amid text'],
    browsers: ['chromium', 'firefox'],
    why: 'a paste over several lines comes out wrong and is taken back: the draft goes to the clipboard',
  },
];
