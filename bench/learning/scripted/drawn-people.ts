import { domainOf } from '../../../src/learning/evidence/address.ts';
import { between, draw, pickByChance } from './draw.ts';
import { chances, type Newcomer } from './drawn-chances.ts';
import { invented } from './people.ts';
import type { Person, Persona } from './persona.ts';
import type { Relation } from './relations.ts';

/** Whom a drawn user writes to, by what the key draws: somebody of each relation, in its order. */
export function drawPeople(key: string): Person[] {
  const relations = drawRelations(key);
  const furtherPeople = chances.furtherPeople.filter(([relation]) => relations.includes(relation));
  const count = Math.max(pickByChance(chances.people, key, 'people'), relations.length);
  const others = Array.from({ length: count - relations.length }, (_, at) =>
    pickByChance(furtherPeople, key, 'further', at),
  );
  const all = relations.flatMap((relation) => [
    relation,
    ...others.filter((other) => other === relation),
  ]);
  const people: Person[] = [];
  for (const [at, relation] of all.entries()) {
    people.push(drawPerson(relation, people, `${key}/person ${at}`));
  }
  return people;
}

function drawRelations(key: string): readonly Relation[] {
  const count = pickByChance(chances.relations, key, 'relations');
  const found: Relation[] = ['colleague', 'client'];
  while (found.length < count) {
    const left = chances.otherRelations.filter(([relation]) => !found.includes(relation));
    found.push(pickByChance(left, key, 'relation', found.length));
  }
  return found;
}

function drawPerson(relation: Relation, before: readonly Person[], key: string): Person {
  const domain = sharedDomain(relation, before, key);
  const weight = pickByChance(chances.weight, key, 'weight');
  const person = invented({ relation, domain, weight }, before, key);
  // The first is there from the start, so that there is somebody to write to.
  const isLater = before.length > 0 && draw(key, 'later') < chances.later;
  return isLater ? { ...person, from: between(chances.laterRounds, key, 'from') } : person;
}

function sharedDomain(
  relation: Relation,
  before: readonly Person[],
  key: string,
): string | undefined {
  const alike = before.findLast((person) => person.relation === relation);
  const isShared =
    relation === 'colleague' ||
    (relation === 'client' && draw(key, 'domain') < chances.sharedClientDomain);
  return alike && isShared ? domainOf(alike.address) : undefined;
}

/** Who else may turn up, of the relations there are, by what the key draws. */
export function drawNewcomers(people: readonly Person[], key: string): Persona['newcomers'] {
  const possible = chances.newcomer.filter(([{ relation }]) =>
    people.some((person) => person.relation === relation),
  );
  const count = pickByChance(chances.newcomers, key, 'newcomers');
  return Array.from({ length: count }, (_, at) => {
    const { relation, isKnownDomain } = pickByChance<Newcomer>(possible, key, 'newcomer', at);
    const known = people.find((person) => person.relation === relation);
    return {
      relation,
      ...(isKnownDomain && known ? { domain: domainOf(known.address) } : {}),
      rate: pickByChance(chances.newcomerRate, key, 'rate', at),
      weight: 0.5,
    };
  });
}
