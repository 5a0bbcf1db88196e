import { draw, pick } from './draw.ts';
import type { Person, Persona } from './persona.ts';
import type { Relation } from './relations.ts';

const firsts = [
  'Amira',
  'Bruno',
  'Celia',
  'Dario',
  'Elin',
  'Felix',
  'Grace',
  'Hugo',
  'Irina',
  'Joel',
];
const lasts = [
  'Archer',
  'Berg',
  'Costa',
  'Duval',
  'Ekman',
  'Fischer',
  'Grant',
  'Holm',
  'Ibarra',
  'Jansen',
];
const firms = [
  'alder',
  'birch',
  'cedar',
  'dune',
  'ember',
  'fjord',
  'grove',
  'heath',
  'inlet',
  'juniper',
];
const kinds = [
  'works',
  'house',
  'partners',
  'studio',
  'group',
  'trade',
  'lab',
  'line',
  'point',
  'yard',
];

/**
 * Somebody who was never written to, by what the key draws; nobody in `known` has their address, and
 * without `domain` nobody their domain. Lawyers come with the title `Dr.`, so that it says something.
 */
export function invented(
  request: {
    readonly relation: Relation;
    readonly domain?: string | undefined;
    readonly weight: number;
  },
  known: readonly Person[],
  key: string,
): Person {
  for (let attempt = 0; ; attempt++) {
    const name = `${pick(firsts, key, 'first', attempt)} ${pick(lasts, key, 'last', attempt)}`;
    const domain =
      request.domain ??
      `${pick(firms, key, 'firm', attempt)}${pick(kinds, key, 'kind', attempt)}.example`;
    const address = `${name.toLowerCase().replace(' ', '.')}@${domain}`;
    const isKnown = known.some((person) =>
      request.domain === undefined
        ? person.address.endsWith(`@${domain}`)
        : person.address === address,
    );
    if (isKnown) continue;
    const { relation, weight } = request;
    return {
      name: relation === 'lawyer' ? `Dr. ${name}` : name,
      address,
      relation,
      weight,
      from: 0,
    };
  }
}

/** One of the people, the more often the greater their weight. */
export function weighted(people: readonly Person[], key: string): Person {
  const total = people.reduce((sum, { weight }) => sum + weight, 0);
  let left = draw(key, 'person') * total;
  const chosen = people.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return chosen ?? pick(people, key, 'person');
}

/** The people of the rounds before and who is written to in this one. */
export function whoseTurn(
  { people, newcomers }: Persona,
  met: readonly Person[],
  at: number,
  key: string,
): { readonly person: Person; readonly met: readonly Person[] } {
  const joining = people.find((person) => person.from <= at && !met.includes(person));
  if (joining) return { person: joining, met: [...met, joining] };
  const arriving = newcomers.find(({ rate }, index) => draw(key, 'newcomer', index) < rate);
  if (arriving) {
    const person = invented(arriving, [...met, ...people], key);
    return { person, met: [...met, person] };
  }
  return { person: weighted(met, key), met };
}
