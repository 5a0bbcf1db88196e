import { penchantReplies } from '../fixtures/penchant-replies.ts';
import type { AskedPrompt } from '../fixtures/recorded-request.ts';

/** The fenced parts of a prompt by what they are called. */
export function partsOf({ system, user }: AskedPrompt): ReadonlyMap<string, string> {
  const fenced = /<<<([^\n]*) (\S+)\n([\s\S]*?)\n\2 end of \1>>>/g;
  return new Map(
    [...`${system}\n\n${user}`.matchAll(fenced)].map(([, label = '', , text = '']) => [
      label,
      text,
    ]),
  );
}

/** Who a prompt is for. */
export function roleOf(prompt: AskedPrompt): 'judge' | 'user' | 'agent' {
  const parts = partsOf(prompt);
  if (parts.has('A') || parts.has('judged text')) return 'judge';
  return parts.has('style') ? 'user' : 'agent';
}

/**
 * One small model that plays everybody. Its user wants a text to begin with what their style quotes
 * first and to end with what it quotes last, and to say what is to be put right.
 */
export function everybody(): (prompt: AskedPrompt) => string {
  const agent = penchantReplies();
  return (prompt) => {
    const parts = partsOf(prompt);
    const role = roleOf(prompt);
    const described = parts.get('descriptions');
    if (described !== undefined) return verified(described.split('\n'), parts.get('mail 1') ?? '');
    if (role === 'agent') return agent(prompt);
    const judged = parts.get('judged text');
    if (judged !== undefined) {
      const wishes = (parts.get('judged wishes') ?? '').split('\n');
      return verified(wishes, judged);
    }
    if (role === 'judge') {
      const wishes = quotedIn(parts.get('description') ?? '');
      const shown = (text = ''): number => wishes.filter((wish) => text.includes(wish)).length;
      return shown(parts.get('A')) > shown(parts.get('B')) ? 'A' : 'B';
    }
    const wanted = inStyle(parts);
    if (!/yes or no/.test(prompt.system)) return wanted;
    return wanted === parts.get('draft') ? 'Yes.' : 'No, not like this.';
  };
}

function verified(descriptions: readonly string[], text: string): string {
  return JSON.stringify({ scores: descriptions.map((one) => [shows(text, one) ? 2 : -2]) });
}

function inStyle(parts: ReadonlyMap<string, string>): string {
  const [greeting = '', closing = ''] = quotedIn(parts.get('style') ?? '');
  const paragraphs = (parts.get('draft') ?? `…\n\n${parts.get('material')}\n\n…`).split('\n\n');
  const right = parts.get('to put right') ?? '';
  // Without greeting and closing, whichever of them there are.
  const matter = paragraphs.filter((one) => /[.!?]$/.test(one)).join('\n\n');
  const body = matter.includes(right) ? matter : `${matter} ${right}`;
  return [greeting, body, closing].join('\n\n');
}

const shows = (text: string, style: string): boolean =>
  quotedIn(style).every((quoted) => text.includes(quoted));

const quotedIn = (style: string): string[] =>
  [...style.matchAll(/“([^”]*)”/g)].map(([, quoted = '']) => quoted.replaceAll(' / ', '\n'));
