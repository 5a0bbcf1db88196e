import type { Persona, Rule } from './persona.ts';

interface FieldFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What is wrong with a persona although every field for itself is right. */
export function faultsOf(persona: Persona): FieldFault[] {
  const { people, newcomers, rules } = persona;
  const nobodyYet = !people.some(({ from }) => from === 0);
  return [
    ...(nobodyYet
      ? [{ path: ['people'], message: 'give at least one of them "from": 0, for the first round' }]
      : []),
    ...repeated(people.map((person) => person.address)).map((index) => ({
      path: ['people', index, 'address'],
      message: 'somebody above has this address already',
    })),
    ...repeated(rules.map(({ id }) => id)).map((index) => ({
      path: ['rules', index, 'id'],
      message: 'a rule above has this id already',
    })),
    ...rules.flatMap((rule, index) => {
      const at = (field: string, message: string): FieldFault => ({
        path: ['rules', index, field],
        message,
      });
      return [
        ...wishFaults(rule).map((message) => at('wish', message)),
        ...strangers(rule, people, newcomers).map((message) => at('where', message)),
      ];
    }),
  ];
}

/** Indexes of the values that stand further up already. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function wishFaults({ wish }: Rule): string[] {
  if (wish.kind === 'emoji' && wish.use && !/\p{Extended_Pictographic}/u.test(wish.example)) {
    return ['name the emoji in "example"'];
  }
  if (wish.kind !== 'replace') return [];
  if (wish.from !== wish.from.toLowerCase() || wish.to !== wish.to.toLowerCase()) {
    return ['write "from" and "to" in small letters'];
  }
  const within = ` ${wish.to} `.includes(` ${wish.from} `);
  return within ? ['"to" must not hold "from", or the words would never be settled'] : [];
}

/** Conditions that nobody can meet: mostly a slip of the pen. */
function strangers(
  { where }: Rule,
  people: Persona['people'],
  newcomers: Persona['newcomers'],
): string[] {
  const addresses = people.map(({ address }) => address);
  const domains = [
    ...addresses.map((address) => address.slice(address.indexOf('@') + 1)),
    ...newcomers.flatMap(({ domain }) => domain ?? []),
  ];
  const relations = [...people, ...newcomers].map(({ relation }) => relation);
  return [
    ...missing(where.addresses, addresses, 'address'),
    ...missing(where.domains, domains, 'domain'),
    ...missing(where.relations, relations, 'relation'),
  ];
}

function missing(
  wanted: readonly string[] | undefined,
  known: readonly string[],
  what: string,
): string[] {
  return (wanted ?? [])
    .filter((one) => !known.includes(one))
    .map((one) => `none of the people has the ${what} "${one}"`);
}
