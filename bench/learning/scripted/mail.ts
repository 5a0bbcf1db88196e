import { splitMail } from '../../mailbox/mail-parts.ts';
import type { OwnWords } from './own-words.ts';
import { courtesyOf } from './polite.ts';
import { smiley } from './smiley.ts';

/** What a sentence is there for: a courtesy before or after the matter, the matter, or a fixed line. */
export type Role = 'opening' | 'matter' | 'closing' | 'line';

/** A sentence, with the smiley that follows it. */
export interface Said {
  readonly text: string;
  readonly role: Role;
}

/** A paragraph of prose or a list; never empty. */
export interface Block {
  readonly list: boolean;
  readonly said: readonly Said[];
}

/** A mail as the simulated user sees it; greeting and closing are empty where there is none. */
export interface Mail {
  readonly greeting: string;
  readonly blocks: readonly Block[];
  readonly closing: string;
}

/** Takes a mail apart by the user's own words and by what anybody knows. */
export function readMail(text: string, own: OwnWords): Mail {
  const lines = text.replace(/\r\n?/gu, '\n').trim().split('\n');
  const first = lines[0]?.trim() ?? '';
  const greets = own.greetings.includes(first);
  const rest = (greets ? lines.slice(1) : lines).join('\n').trim();
  const closing = own.closings.find((words) => `\n${rest}`.endsWith(`\n${words}`));
  // `splitMail` sees what no user has to know: the greetings and closings of other people.
  const {
    greeting,
    body,
    closing: other,
  } = splitMail(closing === undefined ? rest : rest.slice(0, rest.length - closing.length));
  const prose = [greets ? greeting : '', ...body, closing === undefined ? '' : other];
  return {
    greeting: greets ? first : greeting,
    blocks: prose.flatMap((paragraph) => blocksOf(paragraph, own)),
    closing: closing ?? other,
  };
}

/** Puts the mail together again, an empty line between its parts. */
export function writeOut({ greeting, blocks, closing }: Mail): string {
  const paragraphs = blocks.map(({ list, said }) =>
    said.map(({ text }) => (list ? `- ${text}` : text)).join(list ? '\n' : ' '),
  );
  return [greeting, ...paragraphs, closing].filter((part) => part !== '').join('\n\n');
}

/** Every sentence in order. */
export const allSaid = ({ blocks }: Mail): readonly Said[] => blocks.flatMap(({ said }) => said);

/** The mail with each sentence changed by `how`; one that becomes empty is gone. */
export function eachSaid(mail: Mail, how: (said: Said) => string): Mail {
  return withBlocks(
    mail,
    mail.blocks.map(({ list, said }) => ({
      list,
      said: said.map((one) => ({ ...one, text: how(one) })).filter(({ text }) => text !== ''),
    })),
  );
}

/** The mail with these blocks, without those that say nothing. */
export const withBlocks = (mail: Mail, blocks: readonly Block[]): Mail => ({
  ...mail,
  blocks: blocks.filter(({ said }) => said.length > 0),
});

const bullet = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+(?=\S)/u;

/** The lists in a paragraph and the prose between them. */
function blocksOf(paragraph: string, own: OwnWords): Block[] {
  const found: { list: boolean; said: Said[] }[] = [];
  for (const line of paragraph.split('\n')) {
    const list = bullet.test(line);
    const said = sentencesOf(line.replace(bullet, '')).map((text) => roleOf(text, own));
    const open = found.at(-1);
    // An item of a list is one thing, however many sentences it has.
    const items = list ? [oneItem(said)].filter((item) => item !== null) : said;
    if (open?.list === list) open.said.push(...items);
    else if (items.length > 0) found.push({ list, said: items });
  }
  return found;
}

function oneItem(said: readonly Said[]): Said | null {
  const text = said.map((one) => one.text).join(' ');
  return text === '' ? null : { text, role: 'matter' };
}

const roleOf = (text: string, own: OwnWords): Said => ({
  text,
  role: own.lines.includes(text) ? 'line' : (courtesyOf(text) ?? 'matter'),
});

/** After a full stop that is no part of a title, or after the smiley that stands behind it. */
const sentenceEnd = new RegExp(
  `(?<=[.!?…]|${smiley})(?<!\\b(?:Dr|Mr|Mrs|Ms|Prof|St)\\.)\\s+(?=["'“‘(]?[\\p{Lu}\\p{N}])`,
  'u',
);

const sentencesOf = (line: string): string[] =>
  line
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
