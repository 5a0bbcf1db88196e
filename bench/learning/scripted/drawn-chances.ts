import type { Chances } from './draw.ts';
import type { Relation } from './relations.ts';
import type { Wish } from './wish.ts';

/** How somebody is written to. */
export type Tone = 'casual' | 'formal';
/** Where the rules about one thing hold. */
export type Reach = 'everybody' | 'default' | 'relations' | 'person' | 'task';
/** What decides how a user writes, more than anything else. */
export type Leaning = 'relations' | 'everybody' | 'person' | 'task';
type Kind = Wish['kind'];
type Range = [least: number, most: number];
/** Who is new, and whether from where others already are. */
export type Newcomer = { relation: Relation; isKnownDomain: boolean };

/**
 * How drawn users are distributed. It was fixed before any drawn user was played, by what is plausible
 * and by counting the ten users that ship, whose counts stand in brackets; it is not to be changed
 * because of what an agent costs.
 *
 * The shipped users: 66 people, 5 to 8 each (5: 2 users, 6: 3, 7: 2, 8: 3), of 4 relations (8 users), 5
 * or 6; 21 kinds of newcomers; 141 rules (2 to 22 a user) in 85 slots, of them 34 by relation only, 17
 * for everybody, 17 with a default and exceptions, 12 by person, 5 by task; 5 users drift.
 *
 * What comes of it, shipped and the first 5,000 drawn: people 6.6 and 6.4, relations 4.3 and 3.6, rules
 * 14.1 and 12.5, kinds of wishes 8.2 and 8.1, newcomers 8.5 % and 9 % of the rounds; of the rules name
 * relations 53 % and 50 %, nothing 28 % and 27 %, persons 15 % and 16 %, tasks 6 % and 7 %.
 */
export const chances = {
  /** Few people write to fewer than four again and again within sixty mails (5–8 in the shipped). */
  people: [
    [4, 1],
    [5, 2],
    [6, 3],
    [7, 2],
    [8, 3],
  ] satisfies Chances<number>,
  /** Mostly four as in the shipped; fewer, too, for nobody there is so simple (4: 8, 5: 1, 6: 1). */
  relations: [
    [2, 1],
    [3, 2],
    [4, 7],
  ] satisfies Chances<number>,
  /** Everybody has colleagues and clients (10 of 10 each); these come besides, by users who have them. */
  otherRelations: [
    ['supplier', 9],
    ['family', 5],
    ['lawyer', 5],
    ['friend', 4],
  ] satisfies Chances<Relation>,
  /** Who a relation has more of than one: people beyond the first (colleague 9, client 11, …). */
  furtherPeople: [
    ['colleague', 9],
    ['client', 11],
    ['supplier', 2],
    ['friend', 1],
  ] satisfies Chances<Relation>,
  /** A further client mostly works where another does (16 of 21); all colleagues do (18 of 19). */
  sharedClientDomain: 0.75,
  /** How often somebody is written to, as counted. */
  weight: [
    [1, 12],
    [1.5, 23],
    [2, 23],
    [2.5, 5],
    [3, 3],
  ] satisfies Chances<number>,
  /** Some come in later (7 of 66), between these rounds. */
  later: 0.1,
  laterRounds: [10, 38] satisfies Range,
  /** Kinds of newcomers a user has, as counted. */
  newcomers: [
    [1, 3],
    [2, 5],
    [3, 1],
    [5, 1],
  ] satisfies Chances<number>,
  /** Whom newcomers are, and whether they come from a known domain, as counted. */
  newcomer: [
    [{ relation: 'client', isKnownDomain: false }, 7],
    [{ relation: 'client', isKnownDomain: true }, 4],
    [{ relation: 'supplier', isKnownDomain: false }, 4],
    [{ relation: 'colleague', isKnownDomain: true }, 4],
    [{ relation: 'friend', isKnownDomain: false }, 1],
    [{ relation: 'lawyer', isKnownDomain: false }, 1],
  ] satisfies Chances<Newcomer>,
  /** How often a round goes to one, as counted. */
  newcomerRate: [
    [0.02, 1],
    [0.03, 9],
    [0.04, 3],
    [0.05, 6],
    [0.06, 1],
    [0.08, 1],
  ] satisfies Chances<number>,
  /** Share of answers, of mended drafts, of changed facts, of unread drafts: each as counted. */
  replies: [
    [0.55, 1],
    [0.6, 3],
    [0.65, 3],
    [0.7, 3],
  ] satisfies Chances<number>,
  edits: [
    [0.6, 1],
    [0.95, 2],
    [0.96, 1],
    [0.97, 3],
    [0.98, 1],
    [1, 2],
  ] satisfies Chances<number>,
  facts: [
    [0.1, 1],
    [0.15, 3],
    [0.2, 4],
    [0.25, 1],
    [0.3, 1],
  ] satisfies Chances<number>,
  blind: [
    [0.01, 1],
    [0.02, 7],
    [0.03, 1],
    [0.1, 1],
  ] satisfies Chances<number>,
  /** A user who wants next to nothing has each kind of wish so much more rarely (1 of 10 users). */
  content: 0.1,
  contentShare: 0.25,
  /** Kinds of wishes, by how many of the nine others have them (9 of 9 count as 0.95). */
  kinds: {
    greeting: 0.95,
    closing: 0.95,
    courtesies: 0.95,
    contractions: 0.95,
    replace: 0.9,
    line: 0.8,
    list: 0.75,
    exclamations: 0.65,
    hedges: 0.55,
    paragraphs: 0.45,
    order: 0.45,
    emoji: 0.35,
  } satisfies Record<Kind, number>,
  /** Who replaces one word often replaces a second (3 of 8). */
  secondReplace: 0.35,
  /** A fixed sentence mostly ends the mail (6 of 7). */
  lineAtEnd: 0.85,
  /** One way for all, by person, by task (1 of 10 users each); mostly it goes by relation. */
  leaning: [
    ['relations', 7],
    ['everybody', 1],
    ['person', 1],
    ['task', 1],
  ] satisfies Chances<Leaning>,
  /** Greeting and closing: where leaning goes by relation, a default with exceptions (11 of 13). */
  frameReach: {
    relations: [
      ['default', 11],
      ['everybody', 2],
    ],
    everybody: [['everybody', 1]],
    person: [['person', 1]],
    task: [['task', 1]],
  } satisfies Record<Leaning, Chances<Reach>>,
  /** All else: mostly it holds for some relations and nothing is wished elsewhere (34 of 42). */
  reach: {
    relations: [
      ['relations', 34],
      ['everybody', 4],
      ['default', 4],
    ],
    everybody: [
      ['everybody', 8],
      ['relations', 1],
    ],
    person: [
      ['person', 9],
      ['everybody', 1],
    ],
    task: [
      ['task', 5],
      ['everybody', 1],
    ],
  } satisfies Record<Leaning, Chances<Reach>>,
  /** An exception to a default is now and then one person (none in the shipped; people have them). */
  personalException: 0.15,
  /** Whether such a rule is for those one writes to casually; a look at the shipped, kind by kind. */
  forCasual: {
    greeting: 0.5,
    closing: 0.5,
    courtesies: 0.65,
    contractions: 0.75,
    replace: 0.6,
    line: 0.4,
    list: 0.25,
    exclamations: 0.5,
    hedges: 0.4,
    paragraphs: 0.6,
    order: 0.3,
    emoji: 1,
  } satisfies Record<Kind, number>,
  /** Relations named by a rule (1: 42, 2: 29, 3: 4). */
  relationsOfRule: [
    [1, 42],
    [2, 29],
    [3, 4],
  ] satisfies Chances<number>,
  /** Exceptions before a default (1: 7, 2: 8, 3: 1). */
  exceptions: [
    [1, 7],
    [2, 8],
    [3, 1],
  ] satisfies Chances<number>,
  /** A rule for some with its opposite for others, and nothing for the rest (4 of 34). */
  opposite: 0.12,
  /** Who leans to persons has a greeting for most of them (9 of 12), else a rule for 1 to 3 people. */
  ownFrame: 0.75,
  peopleOfRule: [
    [1, 17],
    [2, 3],
    [3, 1],
  ] satisfies Chances<number>,
  /** How a user writes to whom: the chance of a casual tone. */
  casual: {
    colleague: 0.85,
    friend: 1,
    family: 1,
    client: 0.3,
    supplier: 0.4,
    lawyer: 0.05,
  } satisfies Record<Relation, number>,
  /** A default is written for those one knows less (formal in 6 of 8). */
  formalDefault: 0.75,
  /** A third changes once, in one to three things (half of the shipped do, made to be hard). */
  drift: 1 / 3,
  driftRounds: [20, 40] satisfies Range,
  drifting: [
    [1, 2],
    [2, 2],
    [3, 1],
  ] satisfies Chances<number>,
};
