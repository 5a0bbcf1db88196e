import { draftPrompt } from '../asking/prompts.ts';
import type { Episode } from '../types.ts';

/**
 * Edited mails as JSONL in TRL's conversational preference format with an explicit prompt
 * (`{"prompt": […], "chosen": […], "rejected": […]}`): the prompt of a draft without guidance, the final
 * text, the draft. Only what was sent and changed in more than white space; empty where nothing was. The
 * prompts hold the messages that were answered, so other people's words too.
 */
export function preferencePairs(episodes: readonly Episode[]): string {
  return episodes
    .flatMap(({ context, draft, final, outcome }) => {
      const isSent = outcome === 'sent' || outcome === 'scheduled';
      if (!isSent || final === null || !isPair(draft, final)) return [];
      const { system, user } = draftPrompt({ context, guidance: null, examples: [] });
      return [
        oneLine({
          prompt: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          chosen: [{ role: 'assistant', content: final }],
          rejected: [{ role: 'assistant', content: draft }],
        }),
      ];
    })
    .join('');
}

/** An empty side teaches a trainer to say nothing; the same lines on both teach it nothing. */
function isPair(draft: string, final: string): boolean {
  const [rejected, chosen] = [lines(draft), lines(final)];
  return rejected !== '' && chosen !== '' && rejected !== chosen;
}

/** The lines with something on them, one space between words. */
function lines(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim().replace(/\s+/gu, ' '))
    .filter((line) => line !== '')
    .join('\n');
}

/** Some readers end a line at separators that JSON lets stand. */
function oneLine(value: object): string {
  const json = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
