/** What models like to say before the text they were asked for. */
const preamble =
  /^(?:here(?:'s|’s| is| are)|sure|certainly|of course|edited|revised|changed)\b[^\n]{0,120}:[ \t]*\n+/i;
const codeFence = /^```[\w-]*\n([\s\S]*?)\n?```$/;
/** Our own fence (`fence.ts`), which some models hand back with the text. */
const ourFence = /^<<<[^\n]*\n([\s\S]*?)\n[^\n]*>>>$/;
const quoted = /^(?:"([^"]*)"|“([^“”]*)”)$/;

/**
 * The text in an answer that was to be nothing but a text: without the remark before it and the fence
 * or quotation marks around it. `null` where nothing is left.
 */
export function readText(answer: string): string | null {
  let text = answer.trim().replace(preamble, '').trim();
  for (const wrapped of [codeFence, ourFence, quoted]) {
    const inside = wrapped.exec(text);
    if (inside) text = (inside[1] ?? inside[2] ?? '').trim();
  }
  return text === '' ? null : text;
}
