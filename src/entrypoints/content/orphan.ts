import { browser } from '../../browser/extension.ts';

/** Notices that the extension was updated, reloaded or removed under this page. */
export interface OrphanWatch {
  /** `true` from the moment on that we are left behind; the first time, `onOrphaned` is called. */
  check(): boolean;
}

/** Whether the extension that put this script here is still running. */
export function extensionAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

/** Looks only when asked: an extension gets no event about its own end. */
export function watchOrphan(onOrphaned: () => void): OrphanWatch {
  let orphaned = false;
  return {
    check() {
      if (!orphaned && !extensionAlive()) {
        orphaned = true;
        onOrphaned();
      }
      return orphaned;
    },
  };
}
