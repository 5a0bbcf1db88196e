import type { Context, Correspondent } from '../../learning/types.ts';
import type { Compose } from '../../webmail/types.ts';
import { languageOf } from './language.ts';

/** The longest line, notes and body the background accepts, in UTF-16 units; see `protocol/shapes.ts`. */
const longest = { line: 1_000, notes: 20_000, body: 200_000, recipients: 200 };

const line = (text: string): string => text.slice(0, longest.line);

const bounded = ({ address, name }: Correspondent): Correspondent => ({
  address: line(address),
  name: line(name),
});

/** What is being written, read off the page at this moment, with what the user asked for. */
export async function composeContext(compose: Compose, notes: string): Promise<Context> {
  const incoming = compose.incoming();
  return {
    task: compose.task(),
    site: location.host,
    recipients: compose.recipients().slice(0, longest.recipients).map(bounded),
    subject: line(compose.subject()),
    incoming: incoming && {
      from: bounded(incoming.from),
      text: incoming.text.slice(0, longest.body),
    },
    notes: notes.slice(0, longest.notes),
    language: await languageOf(incoming?.text ?? '', notes),
  };
}
