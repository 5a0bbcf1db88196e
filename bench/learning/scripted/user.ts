import { noUsage } from '../../../src/learning/usage.ts';
import { createBuiltinWriter } from '../../../src/models/builtin/builtin-writer.ts';
import type { Checked, Round, SimulatedUser } from '../types.ts';
import { describeWish } from './describe-wish.ts';
import { draw } from './draw.ts';
import { check, follow, takeBack } from './eyes.ts';
import { type FactualEdit, factualEdit, withFacts, withoutStrayFacts } from './facts.ts';
import { type Mail, readMail, writeOut } from './mail.ts';
import { ownWords } from './own-words.ts';
import type { Persona } from './persona.ts';
import { type PlannedRound, plan } from './plan.ts';
import { slotOf, type Wish } from './wish.ts';
import { type Situation, type WishesHere, wishesHere } from './wishes-here.ts';

/**
 * The user that a persona describes, with `rounds` mails to write. Everything they do depends on the
 * persona, the seed and the round, and on the draft they are shown.
 */
export function simulatedUser(persona: Persona, seed: number, rounds: number): SimulatedUser {
  const planned = plan(persona, seed, rounds);
  const situations = new Map(
    [...planned.rounds, ...planned.heldOut].map(({ id, situation }) => [id, situation]),
  );
  const situationOf = ({ id }: Round): Situation => {
    const found = situations.get(id);
    if (!found) throw new Error(`${persona.name} does not know the round ${id}.`);
    return found;
  };
  const plainDraft = plainDrafts(persona.user);
  return {
    name: persona.name,
    rounds: planned.rounds.map((round) => shownRound(persona, round)),
    heldOut: planned.heldOut.map((round) => shownRound(persona, round)),
    async edit(draft, round) {
      const situation = situationOf(round);
      const likely = (what: string, probability: number): boolean =>
        draw(round.id, what) < probability;
      if (likely('blind', persona.blind)) return { final: draft, usage: noUsage };
      const view = viewOf(persona, situation);
      const plain = view.read(await plainDraft(round));
      const facts = likely('facts', persona.facts)
        ? factualEdit(plain, situation.at, round.id)
        : null;
      const final = likely('edits', persona.edits)
        ? restyled(draft, plain, facts, view)
        : withFactsOnly(draft, facts, view);
      return { final, usage: noUsage };
    },
    check(draft, plain, round) {
      const view = viewOf(persona, situationOf(round));
      return checked(view.read(draft), view.read(plain), view);
    },
  };
}

function shownRound(persona: Persona, { id, situation }: PlannedRound): Round {
  const { wanted, drifted } = wishesHere(persona, situation);
  const said = wanted.map((wish) => describeWish(wish).description);
  return {
    id,
    context: situation.context,
    wanted: said.length > 0 ? said.join('\n') : null,
    kind: situation.relation,
    drifted: drifted.size > 0,
  };
}

/** What is written here without any preference: what a user goes back to. */
function plainDrafts(user: string): (round: Round) => Promise<string> {
  const writer = createBuiltinWriter({ name: user });
  const written = new Map<string, Promise<string>>();
  return ({ id, context }) => {
    const text =
      written.get(id) ??
      writer.draft({ context, guidance: null, examples: [] }).then((draft) => draft.text);
    written.set(id, text);
    return text;
  };
}

/** How the user sees a mail in a situation. */
interface View extends WishesHere {
  readonly situation: Situation;
  read(text: string): Mail;
}

function viewOf(persona: Persona, situation: Situation): View {
  const own = ownWords(
    persona.rules.map(({ wish }) => wish),
    situation.context,
  );
  return { ...wishesHere(persona, situation), situation, read: (text) => readMail(text, own) };
}

/** The smallest edit after which nothing is against the user's wishes; facts as they have them. */
function restyled(draft: string, plain: Mail, facts: FactualEdit | null, view: View): string {
  const mail = view.read(draft);
  const before = writeOut(mail);
  const said = withoutStrayFacts(mail, facts);
  const styled = settled(facts ? withFacts(said, facts) : said, plain, view);
  const after = writeOut(styled);
  // Where nothing is wrong the draft stays as it is, to the last space.
  return after === before ? draft : after;
}

function withFactsOnly(draft: string, facts: FactualEdit | null, view: View): string {
  return facts ? writeOut(withFacts(view.read(draft), facts)) : draft;
}

function settled(mail: Mail, plain: Mail, { wanted, foreign, situation }: View): Mail {
  const slots = new Set(wanted.map(slotOf));
  const strange = [...foreign].flatMap(([slot, wishes]) => (slots.has(slot) ? [] : wishes));
  const undone = strange.reduce(
    (done, wish) => takeBack(wish, done, plain, situation.context),
    mail,
  );
  return follow(wanted, undone, situation.context);
}

function checked(draft: Mail, plain: Mail, view: View): Checked {
  const { wanted, foreign, drifted, situation } = view;
  const context = situation.context;
  const told = wanted.flatMap((wish) => {
    const follows = check(wish, draft, context);
    return follows === null ? [] : [{ slot: slotOf(wish), follows }];
  });
  const followed = new Set(told.filter(({ follows }) => follows).map(({ slot }) => slot));
  const strange = [...foreign].flatMap(([slot, wishes]) => {
    const telling = wishes.filter((wish) => check(wish, draft, context) !== null);
    if (telling.length === 0) return [];
    const wrong =
      !followed.has(slot) && telling.some((wish) => isStrange(wish, draft, plain, view));
    return [wrong];
  });
  const changed = told.filter(({ slot }) => drifted.has(slot));
  return {
    rules: told.length,
    satisfied: followed.size,
    scoped: strange.length,
    wrongScope: strange.filter((wrong) => wrong).length,
    followsDrift: changed.length === 0 ? null : changed.every(({ follows }) => follows),
  };
}

/** Whether the draft has what belongs elsewhere, so that taking it back would change something. */
function isStrange(wish: Wish, draft: Mail, plain: Mail, { situation }: View): boolean {
  const without = takeBack(wish, draft, plain, situation.context);
  return writeOut(without) !== writeOut(draft);
}
