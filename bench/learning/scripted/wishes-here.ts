import { domainOf } from '../../../src/learning/evidence/address.ts';
import type { Context } from '../../../src/learning/types.ts';
import type { Persona, Rule } from './persona.ts';
import type { Relation } from './relations.ts';
import { slotOf, type Wish } from './wish.ts';

/** A mail to be written, with what only the user knows: what the two have to do with each other. */
export interface Situation {
  readonly context: Context;
  readonly relation: Relation;
  /** The round, counted from 0. */
  readonly at: number;
}

/** What the user wants in a situation. */
export interface WishesHere {
  /** One of each slot. */
  readonly wanted: readonly Wish[];
  /** Of each slot, what they want for somebody else in these rounds, and never here. */
  readonly foreign: ReadonlyMap<string, readonly Wish[]>;
  /** The slots of those wanted ones that were not wanted here in some earlier round. */
  readonly drifted: ReadonlySet<string>;
}

/** Decides which of a persona's rules hold in a situation: of each slot the first. */
export function wishesHere({ rules }: Persona, situation: Situation): WishesHere {
  const now = holding(rules, situation);
  const foreign = new Map<string, readonly Wish[]>();
  for (const rule of rules.filter((one) => isTime(one, situation.at))) {
    const slot = slotOf(rule.wish);
    const here = now.get(slot);
    if (here !== undefined && isSame(here, rule.wish)) continue;
    foreign.set(slot, [...(foreign.get(slot) ?? []), rule.wish]);
  }
  const changes = rules
    .flatMap(({ from, until }) => [from, until ?? 0])
    .filter((round) => round > 0 && round <= situation.at);
  const earlier = changes.map((round) => holding(rules, { ...situation, at: round - 1 }));
  const drifted = [...now].filter(([slot, wish]) =>
    earlier.some((then) => {
      const before = then.get(slot);
      return before === undefined || !isSame(before, wish);
    }),
  );
  return { wanted: [...now.values()], foreign, drifted: new Set(drifted.map(([slot]) => slot)) };
}

function holding(rules: readonly Rule[], situation: Situation): ReadonlyMap<string, Wish> {
  const found = new Map<string, Wish>();
  for (const rule of rules) {
    const slot = slotOf(rule.wish);
    if (!found.has(slot) && isTime(rule, situation.at) && isPlace(rule, situation)) {
      found.set(slot, rule.wish);
    }
  }
  return found;
}

const isTime = ({ from, until }: Rule, at: number): boolean =>
  from <= at && (until === undefined || at < until);

function isPlace({ where }: Rule, { context, relation }: Situation): boolean {
  const address = context.recipients[0]?.address ?? '';
  const subject = context.subject.toLowerCase();
  return (
    (where.relations?.includes(relation) ?? true) &&
    (where.domains?.includes(domainOf(address)) ?? true) &&
    (where.addresses?.includes(address) ?? true) &&
    (where.tasks?.some((task) => task === context.task) ?? true) &&
    (where.subjects?.some((word) => subject.includes(word.toLowerCase())) ?? true)
  );
}

const isSame = (one: Wish, other: Wish): boolean => JSON.stringify(one) === JSON.stringify(other);
