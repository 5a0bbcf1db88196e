import type { Driven } from '../../scripts/drive/tab.ts';

/** A browser that can be killed, and so can the background of the extension in it. */
export interface Mortal {
  readonly driven: Driven;
  /** Ends the background and nothing else; the next event starts a new one. */
  endBackground(): Promise<void>;
  /** Ends the browser as a crash would; the profile is free then. */
  crash(): Promise<void>;
}

/** One browser, and what it is started with. */
export interface Kind {
  start(profile: string): Promise<Mortal>;
  /** Throws away what was made to start it. */
  close(): Promise<void>;
}
