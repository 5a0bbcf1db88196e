import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { readPersona } from '../../bench/learning/scripted/persona.ts';
import { openScriptedWorld } from '../../bench/learning/scripted/world.ts';

const files = globSync('bench/learning/personas/*.json');

it.each(files)('%s wants what the writer can do', async (file) => {
  const persona = { ...(await readPersona(file)), facts: 0, edits: 1, blind: 0 };
  const open = openScriptedWorld({
    personas: [persona],
    rounds: 60,
    errors: { obey: 0, infer: 0 },
  });
  const world = await open(7);
  const [user] = world.users;
  if (!user) throw new Error('The world has no user.');
  const writer = world.writer(user, 'oracle');
  // Every third mail, before and after each drift, is enough to notice and quick enough to run.
  const rounds = [...user.rounds, ...user.heldOut].filter((_, at) => at % 3 === 0);
  const edits: string[] = [];
  for (const round of rounds) {
    const { context, wanted } = round;
    const guidance = wanted === null ? null : { text: wanted, preferences: [] };
    const { text } = await writer.draft({ context, guidance, examples: [] });
    const { final } = await user.edit(text, round);
    if (final !== text) edits.push(`${wanted}\n\n${text}\n\n→\n\n${final}`);
    const checked = user.check?.(text, text, round);
    if (final === text) expect(checked?.satisfied).toBe(checked?.rules);
  }
  expect(edits.length, edits[0]).toBe(0);
});
