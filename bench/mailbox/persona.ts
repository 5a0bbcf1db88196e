import { contract, expand } from './contractions.ts';
import { isList, joinParts, type MailParts, sentences, splitMail } from './mail-parts.ts';
import { alex, rivera } from './messages.ts';
import { notesToAlex, notesToRivera } from './notes.ts';

/**
 * The simulated user: Sam Porter, who writes to a close colleague in one way and to a client in
 * another. The habits are known here only; the extension has to find them in the edits.
 */
export interface Habits {
  /** The recipient, lower case. */
  readonly address: string;
  /** What the user asks for in answer to each message, by message id, in the order of answering. */
  readonly notes: ReadonlyMap<string, string>;
  readonly greeting: string;
  readonly closing: string;
  /** The body as the user would have it, changed no more than the habit asks for. */
  readonly body: (paragraphs: readonly string[]) => readonly string[];
}

const toAlex: Habits = {
  address: alex.address,
  notes: notesToAlex,
  greeting: 'Hi Alex,',
  closing: 'Cheers,\nSam',
  // Straight to the point: no courtesies, one paragraph, no lists, spoken forms.
  body: (paragraphs) => {
    const points = paragraphs.flatMap(sentences).filter((sentence) => !isCourtesy(sentence));
    return points.length ? [contract(points.join(' '))] : [];
  },
};

const toRivera: Habits = {
  address: rivera.address,
  notes: notesToRivera,
  greeting: 'Dear Dr. Rivera,',
  closing: 'Kind regards,\nSam Porter',
  // Formal: courtesies stay, everything is written out, several points become a list.
  body: (paragraphs) => {
    const calm = paragraphs.map((paragraph) => expand(paragraph).replaceAll('!', '.'));
    return calm.some(isList) ? calm : listed(calm);
  },
};

export const habitsOfSam: readonly Habits[] = [toAlex, toRivera];

/**
 * What the user would send instead of `draft`: the smallest change, line by line and sentence by
 * sentence, that satisfies their habits for this recipient. Deterministic, and settled at once:
 * `wanted(wanted(draft))` is `wanted(draft)`. Throws for a recipient the user has no habits for.
 */
export function wanted(draft: string, recipient: string): string {
  const habits = habitsOfSam.find(({ address }) => address === recipient);
  if (!habits) throw new Error(`The simulated user does not know ${recipient}.`);
  const parts: MailParts = splitMail(draft);
  return joinParts({
    greeting: habits.greeting,
    body: habits.body(parts.body),
    closing: habits.closing,
  });
}

const courtesies = [
  /^(thank you|thanks|many thanks)( very much| so much| a lot)? for (your|the) (message|e-?mail|mail|note|reply|question|writing)/i,
  /^(thank you|thanks) for (writing|reaching out|getting (in touch|back)|letting me know)/i,
  /^(thank you|thanks|many thanks)( very much| so much)?( in advance)?[.!]?$/i,
  /^(i )?hope (this|you|all|your)\b/i,
  /\b(let me know|feel free|do not hesitate|don't hesitate)\b.*\b(questions?|anything|further|help|unclear|contact|ask|reach)\b/i,
  /^(i )?(am |'m )?(look(ing)? forward)\b/i,
  /^have a (nice|great|good|lovely)\b/i,
];

const isCourtesy = (sentence: string): boolean =>
  courtesies.some((courtesy) => courtesy.test(sentence));

/** Gathers what is no courtesy into one list, from two points on. */
function listed(paragraphs: readonly string[]): readonly string[] {
  const all = paragraphs.flatMap(sentences);
  const points = all.filter((sentence) => !isCourtesy(sentence));
  if (points.length < 2) return paragraphs;
  const first = all.findIndex((sentence) => !isCourtesy(sentence));
  const before = all.slice(0, first);
  const after = all.slice(first).filter(isCourtesy);
  const list = points.map((point) => `- ${point}`).join('\n');
  return [before.join(' '), list, after.join(' ')].filter(Boolean);
}
