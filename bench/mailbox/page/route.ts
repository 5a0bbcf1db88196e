/** What the address asks for. */
export interface Route {
  /** The message in the reading pane; `null` for none. */
  readonly messageId: string | null;
  readonly compose: 'reply' | 'new' | null;
}

/** Reads `#/message/<id>`, `#/message/<id>/reply` and `#/new`; anything else is the bare inbox. */
export function readRoute(hash: string): Route {
  if (hash === '#/new') return { messageId: null, compose: 'new' };
  const [, messageId, reply] = /^#\/message\/([\w-]+)(\/reply)?$/.exec(hash) ?? [];
  if (!messageId) return { messageId: null, compose: null };
  return { messageId, compose: reply ? 'reply' : null };
}
