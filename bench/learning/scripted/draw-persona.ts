import { draw, pick, pickByChance } from './draw.ts';
import { chances, type Tone } from './drawn-chances.ts';
import { drawNewcomers, drawPeople } from './drawn-people.ts';
import { drawRules } from './drawn-rules.ts';
import { ownFirsts, ownLasts } from './drawn-words.ts';
import { type Persona, parsePersona } from './persona.ts';
import type { Relation } from './relations.ts';

/** How many users a seed of `drawPersonas` has at most. */
export const mostDrawn = 100;

/**
 * The first `count` users, at most a hundred, of a seed. No two seeds have a user in common, so that a
 * new seed is a set of users that nobody has seen.
 */
export function drawPersonas(seed: number, count: number): Persona[] {
  return Array.from({ length: Math.min(count, mostDrawn) }, (_, at) =>
    drawPersona(seed * mostDrawn + at),
  );
}

/** A user drawn from `chances`; the same whole number, not negative, gives the same user. */
export function drawPersona(seed: number): Persona {
  const name = `drawn-${seed}`;
  const user = `${pick(ownFirsts, name, 'first')} ${pick(ownLasts, name, 'last')}`;
  const people = drawPeople(name);
  const relations = [...new Set(people.map(({ relation }) => relation))];
  const tones = new Map(relations.map((relation) => [relation, drawTone(relation, name)]));
  const leaning = pickByChance(chances.leaning, name, 'leaning');
  const rules = drawRules({ people, tones, leaning }, user, name);
  const changes = rules.some(({ until }) => until !== undefined);
  const persona = {
    name,
    about: `Drawn: rules by ${leaning}, ${changes ? 'some of which change once' : 'which stay'}.`,
    user,
    people,
    newcomers: drawNewcomers(people, name),
    replies: pickByChance(chances.replies, name, 'replies'),
    edits: pickByChance(chances.edits, name, 'edits'),
    facts: pickByChance(chances.facts, name, 'facts'),
    blind: pickByChance(chances.blind, name, 'blind'),
    rules,
  };
  return parsePersona(persona, name);
}

const drawTone = (relation: Relation, key: string): Tone =>
  draw(key, 'tone', relation) < chances.casual[relation] ? 'casual' : 'formal';
