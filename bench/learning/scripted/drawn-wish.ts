import { type Chances, draw, pick, pickByChance } from './draw.ts';
import { chances, type Tone } from './drawn-chances.ts';
import {
  closings,
  emoji,
  greetings,
  lines,
  replacements,
  signatures,
  titledGreeting,
} from './drawn-words.ts';
import type { Wish } from './wish.ts';

/** One thing that a drawn user has rules about. */
export interface Matter {
  readonly kind: Wish['kind'];
  /**
   * The word that is replaced, where the fixed line stands, or `sentence` for paragraphs that can only
   * be so short; else the kind.
   */
  readonly about: string;
}

/** What a wish is drawn for. */
export interface Wanting {
  readonly tone: Tone;
  /** Whether it is for lawyers alone, who have a title. */
  readonly isForLawyers: boolean;
  /** The user's first and last name. */
  readonly user: string;
}

const byTone = (casual: number, formal: number): Readonly<Record<Tone, number>> => ({
  casual,
  formal,
});

/** Chances that a wish of this kind says “yes” or what comes first, by tone; shipped counts in brackets. */
const yes = {
  /** Hardly anybody asks a model for more phrases (no: 9, yes: 6). */
  courtesies: byTone(0.1, 0.6),
  /** Spoken forms to those one speaks with (yes: 8, no: 4). */
  contractions: byTone(0.9, 0.15),
  /** Drafts have no list, so that who wishes something about lists wishes one (yes: 8, no: 2). */
  list: byTone(1, 1),
  /** Loud to friends, calm to clients (yes: 3, no: 5). */
  exclamations: byTone(0.6, 0.1),
  /** Drafts have no emoji (yes: 3, no: 0). */
  emoji: byTone(1, 1),
  /** More people write directly (yes: 2, no: 5), and those who soften do it with clients. */
  hedges: byTone(0.25, 0.35),
  /** One paragraph rather than a sentence each (2, 2). */
  paragraphs: byTone(0.6, 0.4),
  /** Questions first rather than last (1, 3). */
  order: byTone(0.25, 0.25),
} as const;

/** Which courtesy stays where one is wished (any: 2, opening: 3, closing: 1). */
const courtesy: Chances<'opening' | 'closing' | 'any'> = [
  ['any', 2],
  ['opening', 3],
  ['closing', 1],
];

/** A wish about this, by what the key draws. */
export function drawWish({ kind, about }: Matter, wanting: Wanting, key: string): Wish {
  const { tone } = wanting;
  const isYes = (chance: Readonly<Record<Tone, number>>): boolean =>
    draw(key, 'yes') < chance[tone];
  switch (kind) {
    case 'greeting':
      return { kind, text: greeting(wanting, key) };
    case 'closing':
      return { kind, text: closing(wanting, key) };
    case 'courtesies': {
      if (!isYes(yes.courtesies)) return { kind, use: false };
      const only = pickByChance(courtesy, key, 'only');
      return only === 'any' ? { kind, use: true } : { kind, use: true, only };
    }
    case 'paragraphs':
      return { kind, shape: about === 'sentence' || !isYes(yes.paragraphs) ? 'sentence' : 'one' };
    case 'order':
      return { kind, questions: isYes(yes.order) ? 'first' : 'last' };
    case 'emoji':
      return { kind, use: isYes(yes.emoji), example: pick(emoji, key, 'emoji') };
    case 'replace': {
      const known = replacements.find(({ from }) => from === about);
      if (!known) throw new Error(`Nobody replaces “${about}”.`);
      return { kind, from: about, to: known.to[tone] };
    }
    case 'line': {
      const place = about === 'opening' ? 'opening' : 'closing';
      return { kind, place, text: pick(lines[place][tone], key, 'line') };
    }
    default:
      return { kind, use: isYes(yes[kind]) };
  }
}

function greeting({ tone, isForLawyers }: Wanting, key: string): string | null {
  return isForLawyers ? titledGreeting : pickByChance(greetings[tone], key, 'greeting');
}

function closing({ tone, user }: Wanting, key: string): string | null {
  const words = pickByChance(closings[tone], key, 'closing');
  if (words === null) return null;
  const [first = '', last = ''] = user.split(' ');
  const names = {
    first,
    initial: `${first.charAt(0)}.`,
    full: user,
    short: `${first.charAt(0)}. ${last}`,
  };
  const name = names[pickByChance(signatures[tone], key, 'signature')];
  return words === '–' ? `– ${name}` : `${words}\n${name}`;
}

/** The things a user has rules about, by what the key draws. */
export function drawMatters(key: string): Matter[] {
  const share = draw(key, 'content') < chances.content ? chances.contentShare : 1;
  const kinds = kindNames.filter((kind) => draw(key, 'kind', kind) < chances.kinds[kind] * share);
  // Nobody without any wish is worth playing.
  return (kinds.length > 0 ? kinds : ['closing' as const]).flatMap((kind) =>
    aboutWhat(kind, kinds, key).map((about) => ({ kind, about })),
  );
}

const kindNames = [
  ...(['greeting', 'closing', 'courtesies', 'contractions', 'replace', 'line'] as const),
  ...(['list', 'exclamations', 'hedges', 'paragraphs', 'order', 'emoji'] as const),
];

function aboutWhat(
  kind: Wish['kind'],
  kinds: readonly Wish['kind'][],
  key: string,
): readonly string[] {
  // A fixed line has a paragraph of its own, and never goes with a mail in one.
  if (kind === 'paragraphs') return [kinds.includes('line') ? 'sentence' : kind];
  if (kind === 'line') return [draw(key, 'place') < chances.lineAtEnd ? 'closing' : 'opening'];
  if (kind !== 'replace') return [kind];
  const words = replacements.map(({ from, weight }): [string, number] => [from, weight]);
  const first = pickByChance(words, key, 'word');
  if (draw(key, 'second word') >= chances.secondReplace) return [first];
  return [
    first,
    pickByChance(
      words.filter(([word]) => word !== first),
      key,
      'other word',
    ),
  ];
}
