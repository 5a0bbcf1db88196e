import { isAcceptable, maxPhrase } from './acceptable.ts';
import { Fault } from './fault.ts';
import { type Described, facets } from './types.ts';

/** More from one edit is noise. */
export const maxPreferences = 6;

/**
 * Reads `{"preferences": [{facet, description, before, after}]}` out of a model's answer, fenced or
 * with prose around it, or the bare list. Items that are malformed or not acceptable are dropped, and
 * those after the sixth. An answer without such a list rejects as `bad-answer`.
 */
export function parseComponents(answer: string): Described[] {
  for (const value of jsonValues(answer)) {
    const list = isBareList(value) ? value : field(value, 'preferences');
    if (Array.isArray(list)) return list.flatMap(described).slice(0, maxPreferences);
  }
  throw new Fault('bad-answer');
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
  if (facet === undefined || !isAcceptable(description)) return [];
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
