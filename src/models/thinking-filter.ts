const opening = '<think>';
const closing = '</think>';

/**
 * Leaves out what local reasoning models think aloud between `<think>` and `</think>`, also when a tag
 * is split over pieces. Each `push` answers the text that is sure to be the answer's.
 */
export function createThinkingFilter(): { push(piece: string): string; rest(): string } {
  let held = '';
  let thinking = false;
  return {
    push(piece) {
      held += piece;
      let shown = '';
      for (;;) {
        const tag = thinking ? closing : opening;
        const at = held.indexOf(tag);
        if (at === -1) {
          const keep = startOfTag(held, tag);
          if (!thinking) shown += held.slice(0, keep);
          held = held.slice(keep);
          return shown;
        }
        if (!thinking) shown += held.slice(0, at);
        held = held.slice(at + tag.length);
        thinking = !thinking;
      }
    },
    rest: () => (thinking ? '' : held),
  };
}

/** Where the longest end of `text` begins that may become `tag`; its length where there is none. */
function startOfTag(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(tag.slice(0, length))) return text.length - length;
  }
  return text.length;
}
