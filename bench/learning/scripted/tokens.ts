import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Prompt } from '../../../src/learning/ports.ts';
import type { Usage } from '../../../src/learning/types.ts';

/** Most paragraphs of a prompt are those of the one before. */
const counted = new Map<string, number>();
const mostCounted = 20_000;

/** What a model call would cost: the tokens of the real prompt and of the answer (o200k). */
export function usageOf(prompt: Prompt, answer: string): Usage {
  return {
    calls: 1,
    inputTokens: tokensOf(prompt.system) + tokensOf(prompt.user),
    outputTokens: tokensOf(answer),
  };
}

/** Paragraph by paragraph, which is at most a token a paragraph away from the whole. */
function tokensOf(text: string): number {
  return text.split(/(?<=\n\n)/u).reduce((sum, paragraph) => sum + tokensOfParagraph(paragraph), 0);
}

function tokensOfParagraph(paragraph: string): number {
  const known = counted.get(paragraph);
  if (known !== undefined) return known;
  const count = countTokens(paragraph);
  if (counted.size >= mostCounted) counted.clear();
  counted.set(paragraph, count);
  return count;
}
