import {
  askExtension,
  changeSettings,
  listPreferences,
} from '../../scripts/drive/ask-extension.ts';
import { insertedText, openReply, sendMail } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { edit, learnedEpisode } from '../../scripts/drive/play.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { practiceInChromium } from '../../tests/e2e/practice.ts';
import { startModelServer } from '../../tests/fixtures/model-server.ts';
import { messages } from '../mailbox/messages.ts';
import { fields } from './fields.ts';
import type { Outcome } from './row.ts';

/**
 * T8: types a canary with real keys into every kind of field around a mail that is drafted by a model,
 * edited, sent and learned from; none may be stored or travel, and neither recipients nor what was
 * received may be in what was learned. `count` is of fields; each mail is looked at with all of them.
 */
export async function tryCanaries(count: number): Promise<Outcome> {
  const server = await startModelServer();
  const practice = await practiceInChromium();
  const examples: string[] = [];
  let trials = 0;
  try {
    const { page, probe, own } = practice.desk;
    await changeSettings(own, (settings) => ({
      ...settings,
      name: 'Sam Porter',
      writer: { ...settings.writer, kind: 'openai', baseUrl: server.baseUrl, model: 'test-model' },
    }));
    for (const planned of planRounds(Math.ceil(count / fields.length))) {
      await openReply(page, planned.messageId);
      const canaries = await fillIn(practice, trials);
      await page.click('form.compose [data-role=editor] > :first-child');
      await openPanel(probe);
      await askForDraft(page, probe, planned.notes);
      await insertDraft(page);
      const draft = await insertedText(page);
      const final = draft.replace(/^.*$/m, 'Ahoy there,').replace('.', ' indeed.');
      await edit(page, draft, final);
      await sendMail(page);
      await learnedEpisode(own, final);

      const stored = JSON.stringify([
        await askExtension(own, 'episodes.list', { limit: 500 }),
        await askExtension(own, 'preferences.list', {}),
        await askExtension(own, 'settings.read', {}),
      ]);
      const travelled = JSON.stringify(server.requests);
      if (!travelled.includes('Ahoy there'))
        throw new Error('The model was not asked what to learn.');
      for (const [kind, canary] of canaries) {
        if (stored.includes(canary)) examples.push(`${kind}: stored`);
        if (travelled.includes(canary)) examples.push(`${kind}: sent to the model`);
      }
      trials += canaries.length;
      examples.push(...(await learnedOfOthers(own, planned.messageId)));
      trials += 2;
      await page.evaluate(() => document.querySelector('#trust-fields')?.remove(), null);
    }
  } finally {
    await practice.close();
    await server.close();
  }
  return { trials, failures: examples.length, examples };
}

type Canaries = readonly (readonly [kind: string, canary: string])[];

/** Puts the fields beside the compose form and types into each of them. */
async function fillIn(
  { desk }: Awaited<ReturnType<typeof practiceInChromium>>,
  from: number,
): Promise<Canaries> {
  const { page } = desk;
  await page.evaluate(
    (rows) => {
      const box = document.createElement('section');
      box.id = 'trust-fields';
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: {
          createPolicy(name: string, rules: object): { createHTML(text: string): string };
        };
      };
      const policy = trustedTypes.createPolicy(`fields${performance.now()}`, {
        createHTML: String,
      });
      box.innerHTML = policy.createHTML(rows.join('<br>'));
      document.querySelector('form.compose')?.before(box);
    },
    fields.map(({ html }) => html),
  );
  const canaries: [string, string][] = [];
  for (const [index, { kind }] of fields.entries()) {
    const canary = `kanari${from + index}vogel`;
    await page.evaluate((wanted) => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-kind]')];
      all.find(({ dataset }) => dataset['kind'] === wanted)?.focus();
    }, kind);
    await page.type(canary);
    const isTyped = await page.evaluate((typed) => {
      const active = document.activeElement as HTMLInputElement | null;
      return (active?.value ?? active?.textContent ?? '').includes(typed);
    }, canary);
    if (!isTyped) throw new Error(`Nothing could be typed into “${kind}”.`);
    canaries.push([kind, canary]);
  }
  return canaries;
}

/** What was learned that is not the user's own: an address in a description, or words of the received mail. */
async function learnedOfOthers(
  own: Parameters<typeof listPreferences>[0],
  messageId: string,
): Promise<string[]> {
  const body = messages.find(({ id }) => id === messageId)?.body ?? '';
  const received = body.match(/\S+ \S+ \S+ \S+/g) ?? [];
  const preferences = await listPreferences(own);
  return preferences.flatMap(({ description, evidence }) => {
    const spans = evidence.flatMap(({ before, after }) => [before, after]);
    const told = [description, ...spans].join('\n');
    return [
      ...(/\S+@\S+\.\S+/.test(told) ? [`an address: ${description}`] : []),
      ...received.filter((run) => told.includes(run)).map((run) => `received words: ${run}`),
    ];
  });
}
