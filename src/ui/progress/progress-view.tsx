/** Stub until the next commit of this branch. */
export function ProgressView() {
  return null;
}
