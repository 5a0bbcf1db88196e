/** What a test asks of the content script, by an event on the page's document with JSON in it. */
export type Ask = { readonly id: number } & Does;

export type Does =
  | { readonly does: 'attend' }
  | { readonly does: 'read' }
  | { readonly does: 'open-panel' }
  | { readonly does: 'close-panel' }
  | { readonly does: 'insert'; readonly text: string; readonly replace: string | null }
  | { readonly does: 'undo'; readonly text: string };

export const askEvent = 'test-ask';
/** Its detail is JSON of `{ id, answer }` or `{ id, thrown }`. */
export const answerEvent = 'test-answer';
