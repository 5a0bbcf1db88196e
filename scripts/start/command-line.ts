import { parseArgs } from 'node:util';
import { settingsSchema } from '../../src/protocol/settings.ts';

/** What was asked for on the command line. */
export interface Wish {
  readonly help: boolean;
  readonly headless: boolean;
  /** Rounds the simulated user plays; `null` when the person wants to try it alone. */
  readonly rounds: number | null;
  /** File for the rounds as JSON. */
  readonly json: string | null;
  /** `null`: the built-in writer. */
  readonly server: { readonly baseUrl: string; readonly model: string } | null;
}

export const usage = `npm start                       opens a browser with Penchant and a practice mailbox
npm start -- --headless         a simulated user plays the loop, without a window
  --rounds N                    how many mails it answers: 12 or more, 14 unless told
  --json FILE                   writes what each round cost, used and taught
  --writer openai --base-url URL --model NAME
                                drafts by an OpenAI-compatible server instead of the built-in
                                writer; its key is taken from OPENAI_API_KEY`;

const fewestRounds = 12;
const usualRounds = 14;

/** Reads the command line; throws with a sentence that says what is wrong with it. */
export function readCommandLine(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      json: { type: 'string' },
      rounds: { type: 'string' },
      writer: { type: 'string', default: 'builtin' },
      'base-url': { type: 'string' },
      model: { type: 'string' },
    },
  });
  const plays = values.headless || values.rounds !== undefined || values.json !== undefined;
  const rounds = Number(values.rounds ?? usualRounds);
  if (!Number.isInteger(rounds) || rounds < fewestRounds || rounds > 200) {
    throw new Error(`--rounds takes a number from ${fewestRounds} to 200.`);
  }
  return {
    help: values.help,
    headless: values.headless,
    rounds: plays ? rounds : null,
    json: values.json ?? null,
    server: readServer(values.writer, values['base-url'], values.model),
  };
}

function readServer(
  writer: string,
  baseUrl: string | undefined,
  model: string | undefined,
): Wish['server'] {
  if (writer === 'builtin') return null;
  if (writer !== 'openai') throw new Error('--writer is builtin or openai.');
  if (!baseUrl || !model) throw new Error('--writer openai needs --base-url and --model.');
  const address = settingsSchema.shape.writer.shape.baseUrl.safeParse(baseUrl);
  if (address.success) return { baseUrl: address.data, model };
  throw new Error('--base-url takes an https address, or http for a server on this machine.');
}
