import { Fault } from '../fault.ts';
import { isAcceptable, maxPhrase, quotedWord } from '../gate/acceptable.ts';
import { type Described, facets } from '../types.ts';

/** More from one edit is noise. */
export const maxPreferences = 6;

/** What a model says about an edit. The numbers are of known preferences, from 1 on. */
interface Components {
  readonly preferences: readonly Described[];
  readonly shown: readonly number[];
  readonly against: readonly number[];
}

/**
 * Reads `{"preferences": [{facet, description, before, after}], "shown": [1], "against": [2]}` out of a
 * model's answer, fenced or with prose around it, or the bare list. Items that are malformed or not
 * acceptable are dropped, and those after the sixth. An answer without such a list rejects as
 * `bad-answer`.
 */
export function parseComponents(answer: string): Components {
  for (const value of jsonValues(answer)) {
    const list = isBareList(value) ? value : field(value, 'preferences');
    if (!Array.isArray(list)) continue;
    return {
      preferences: list.flatMap(described).slice(0, maxPreferences),
      shown: numbers(field(value, 'shown')),
      against: numbers(field(value, 'against')),
    };
  }
  throw new Fault('bad-answer');
}

/**
 * Reads `{"scores": [[2, -1], [0, 1]]}`, a list of −2 to 2 for each of `count` descriptions, as their
 * means. A description without a usable score gets 0. Rejects as `bad-answer` where there is no such list.
 */
export function parseScores(answer: string, count: number): number[] {
  for (const value of jsonValues(answer)) {
    const list = field(value, 'scores');
    if (!Array.isArray(list)) continue;
    return Array.from({ length: count }, (_, index) => mean(list[index]));
  }
  throw new Fault('bad-answer');
}

/** A model that saw one sample may leave out the inner brackets. */
function mean(value: unknown): number {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const scores = given.flatMap((one) =>
    typeof one === 'number' && Math.abs(one) <= 2 ? [one] : [],
  );
  return scores.length === 0 ? 0 : scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((one) => Number.isInteger(one)) : [];
}

/** A list of objects; `[1]` in the prose before the answer is none. */
function isBareList(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

/** Reads a phrase; an answer that is not acceptable as one teaches nothing. */
export function parsePhrase(answer: string): Described[] {
  const description = answer
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^["“'](.*)["”']$/u, '$1')
    .trim();
  if (description === '') throw new Fault('bad-answer');
  if (!isAcceptable(description, maxPhrase)) return [];
  return [{ facet: 'other', description, before: '', after: '' }];
}

function described(item: unknown): Described[] {
  const facet = facets.find((known) => known === field(item, 'facet'));
  const description = text(field(item, 'description')).trim();
  // Whose the words are that it quotes, the write gate knows.
  const isFine = isAcceptable(description.replace(quotedWord, 'word'));
  if (facet === undefined || !isFine) return [];
  return [
    {
      facet,
      description,
      before: text(field(item, 'before')),
      after: text(field(item, 'after')),
    },
  ];
}

/** So that a hostile answer full of braces costs nothing: a real one begins at the first or second. */
const maxTries = 50;

/** Everything in the answer that is JSON: the whole of it, or what begins at a brace or bracket. */
function* jsonValues(answer: string): Generator<unknown> {
  const whole = parsed(answer);
  if (whole !== undefined) yield whole;
  let tries = 0;
  for (let at = 0; at < answer.length && tries < maxTries; at++) {
    if (answer[at] !== '{' && answer[at] !== '[') continue;
    tries++;
    const end = closing(answer, at);
    const value = end === -1 ? undefined : parsed(answer.slice(at, end + 1));
    if (value === undefined) continue;
    yield value;
    // What stands inside is part of it.
    at = end;
  }
}

/** Where the value that opens at `from` closes; -1 where it never does. Braces in strings are text. */
function closing(json: string, from: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < json.length; at++) {
    const letter = json[at];
    if (inString) {
      if (letter === '\\') at++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') depth++;
    else if ((letter === '}' || letter === ']') && --depth === 0) return at;
  }
  return -1;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not JSON: then the next place is tried.
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
