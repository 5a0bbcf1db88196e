/** Stub until the next commit of this branch. */
export function HistoryView() {
  return null;
}
