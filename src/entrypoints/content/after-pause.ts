/** Something that waits for a pause. */
export interface Pause {
  /** It goes on: the pause begins anew. */
  goOn(): void;
  cancel(): void;
}

/**
 * Calls `run` once nothing went on for so many milliseconds, after something did. To go on costs next to
 * nothing: one timer at most, and it is not set anew for each key.
 */
export function afterPause(run: () => void, milliseconds: number): Pause {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = 0;
  const look = (): void => {
    const left = lastAt + milliseconds - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (!timer) run();
  };
  return {
    goOn() {
      lastAt = performance.now();
      timer ??= setTimeout(look, milliseconds);
    },
    cancel: () => clearTimeout(timer),
  };
}
