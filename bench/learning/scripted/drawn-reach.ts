import { draw, pick, pickByChance, sample } from './draw.ts';
import { chances, type Leaning, type Reach, type Tone } from './drawn-chances.ts';
import type { Matter } from './drawn-wish.ts';
import type { Person, Rule } from './persona.ts';
import type { Relation } from './relations.ts';

/** Where one rule about something is to hold, and how it is meant there. */
export interface Part {
  readonly where: Rule['where'];
  readonly tone: Tone;
  readonly isForLawyers: boolean;
}

/** What rules are drawn for. */
export interface Circle {
  readonly people: readonly Person[];
  readonly tones: ReadonlyMap<Relation, Tone>;
  readonly leaning: Leaning;
}

/** Where a user's rules about something hold, exceptions before the default, by what the key draws. */
export function drawParts({ kind }: Matter, circle: Circle, key: string): Part[] {
  const isFrame = kind === 'greeting' || kind === 'closing';
  const table = isFrame ? chances.frameReach : chances.reach;
  const reach: Reach = pickByChance<Reach>(table[circle.leaning], key, 'reach');
  const isCasual = draw(key, 'side') < chances.forCasual[kind];
  const isBoth = draw(key, 'opposite') < chances.opposite;
  const sides: readonly Tone[] = isCasual ? ['casual', 'formal'] : ['formal', 'casual'];
  const shown = isBoth ? sides : sides.slice(0, 1);
  switch (reach) {
    case 'everybody':
      return [everybody(key)];
    case 'default':
      return [...exceptions(circle, key), everybody(key)];
    case 'relations':
      return ofRelations(circle, shown, key);
    case 'person':
      return isFrame ? ofMost(circle, key) : ofPeople(circle, shown, key);
    case 'task':
      return isFrame ? [...ofLawyers(circle), answers, everywhere('formal')] : shown.map(ofTask);
  }
}

const everywhere = (tone: Tone): Part => ({ where: {}, tone, isForLawyers: false });
const everybody = (key: string): Part =>
  everywhere(draw(key, 'default') < chances.formalDefault ? 'formal' : 'casual');

const answers: Part = { where: { tasks: ['reply'] }, tone: 'casual', isForLawyers: false };
/** Answers are written casually, first mails formally. */
const ofTask = (tone: Tone): Part =>
  tone === 'casual' ? answers : { where: { tasks: ['new'] }, tone, isForLawyers: false };

const forRelations = (relations: Relation[], tone: Tone): Part => ({
  where: { relations },
  tone,
  isForLawyers: relations.every((relation) => relation === 'lawyer'),
});

const ofLawyers = ({ tones }: Circle): Part[] =>
  tones.has('lawyer') ? [forRelations(['lawyer'], 'formal')] : [];

const toneOf = ({ tones }: Circle, relation: Relation): Tone => tones.get(relation) ?? 'formal';

const forPerson = (circle: Circle, { address, relation }: Person): Part => ({
  where: { addresses: [address] },
  tone: toneOf(circle, relation),
  isForLawyers: relation === 'lawyer',
});

/** One relation each, or now and then one person. */
function exceptions(circle: Circle, key: string): Part[] {
  const { people, tones } = circle;
  // A default that nobody is left for would be none.
  const count = Math.min(pickByChance(chances.exceptions, key, 'exceptions'), tones.size - 1);
  const personal: Part[] = [];
  const general: Part[] = [];
  for (const relation of sample([...tones.keys()], count, key, 'exception')) {
    const isPersonal = draw(key, 'personal', relation) < chances.personalException;
    const known = people.filter((person) => person.relation === relation);
    if (isPersonal) personal.push(forPerson(circle, pick(known, key, 'who', relation)));
    else general.push(forRelations([relation], toneOf(circle, relation)));
  }
  return [...personal, ...general];
}

/** Those written to in this tone; all, where there is nobody. */
function ofSide<Item>(
  items: readonly Item[],
  tone: Tone,
  toneOfItem: (item: Item) => Tone,
): Item[] {
  const found = items.filter((item) => toneOfItem(item) === tone);
  return found.length > 0 ? found : [...items];
}

function ofRelations(circle: Circle, shown: readonly Tone[], key: string): Part[] {
  const all = [...circle.tones.keys()];
  return shown.map((tone) => {
    const known = ofSide(all, tone, (relation) => toneOf(circle, relation));
    const count = pickByChance(chances.relationsOfRule, key, 'relations', tone);
    // Somebody is left out, or it would be a rule for everybody.
    return forRelations(sample(known, Math.min(count, all.length - 1), key, tone), tone);
  });
}

function ofPeople(circle: Circle, shown: readonly Tone[], key: string): Part[] {
  return shown.map((tone) => {
    const known = ofSide(circle.people, tone, ({ relation }) => toneOf(circle, relation));
    const count = pickByChance(chances.peopleOfRule, key, 'people', tone);
    const chosen = sample(known, count, key, tone);
    return {
      where: { addresses: chosen.map(({ address }) => address) },
      tone,
      isForLawyers: chosen.every(({ relation }) => relation === 'lawyer'),
    };
  });
}

/** A way of their own for most people, at least for one. */
function ofMost(circle: Circle, key: string): Part[] {
  const { people } = circle;
  const chosen = people.filter(({ address }) => draw(key, 'own', address) < chances.ownFrame);
  return (chosen.length > 0 ? chosen : people.slice(0, 1)).map((one) => forPerson(circle, one));
}
