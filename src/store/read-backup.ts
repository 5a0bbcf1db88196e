import { Fault } from '../learning/fault.ts';
import { gatedImport } from '../learning/gate/other-doors.ts';
import { visibleText } from '../learning/gate/plain-text.ts';
import type { Preference } from '../learning/types.ts';
import { type Backup, backupHeadSchema, backupSchema, backupVersion } from '../protocol/backup.ts';

/** The last moment a date can be of. */
const lastMoment = 8.64e15;
/** Far more than anybody makes, and far from where counting on would fail. */
const mostRevisions = 1_000_000_000;
/** Ids go into names of records; ours are random and of these letters. */
const idShape = /^[A-Za-z0-9][\w.-]*$/;

/**
 * What stands in the text of a backup. All of it is right, or it is refused with a `Fault` that says why:
 * `backup-newer`, or `backup-damaged` with the first place that is wrong.
 */
export function readBackup(text: string): Backup {
  const value = parsed(text);
  const head = backupHeadSchema.safeParse(value);
  if (!head.success) throw new Fault('backup-damaged', placeOf(head.error.issues));
  if (head.data.version > backupVersion) {
    throw new Fault('backup-newer', String(head.data.version));
  }
  const read = backupSchema.safeParse(value);
  if (!read.success) throw new Fault('backup-damaged', placeOf(read.error.issues));
  prove(read.data);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Fault('backup-damaged', reason.slice(0, 120), { cause: thrown });
  }
}

const placeOf = ([first]: readonly { readonly path: PropertyKey[]; readonly message: string }[]) =>
  first ? [first.path.map(String).join('.'), first.message.slice(0, 120)].join(': ') : '';

/** What the shapes alone do not say. */
function prove({ preferences, episodes, waiting, madeAt }: Backup): void {
  const isMoment = (at: number): boolean => at >= 0 && at <= lastMoment;
  const refuse = (place: string): never => {
    throw new Fault('backup-damaged', place);
  };
  for (const [name, items] of Object.entries({ preferences, episodes })) {
    const ids = new Set<string>();
    for (const { id } of items) {
      if (!idShape.test(id)) refuse(`${name}: id`);
      if (ids.has(id)) refuse(`${name}: ${id} twice`);
      ids.add(id);
    }
  }
  if (!isMoment(madeAt)) refuse('madeAt');
  for (const { id, createdAt, updatedAt, evidence, revision } of preferences) {
    if (![createdAt, updatedAt, ...evidence.map(({ at }) => at)].every(isMoment)) refuse(id);
    if (revision > mostRevisions) refuse(id);
  }
  for (const { id, at } of episodes) if (!isMoment(at)) refuse(id);
  const sent = new Map(episodes.map((episode) => [episode.id, episode]));
  for (const id of waiting) {
    const episode = sent.get(id);
    if (!episode || episode.final === null || episode.standing || episode.isLeftOut) {
      refuse(`waiting: ${id}`);
    }
  }
}

/**
 * Of a backup's preferences those that a person has to look at before they come in: what cannot be told for
 * a matter of style, for the edit that proved it is not asked again, and nothing proves that the user wrote
 * what a file says they wrote.
 */
export function doubtful(preferences: readonly Preference[]): readonly Preference[] {
  const plain = new Set(gatedImport(preferences));
  return preferences.filter(
    (preference) =>
      preference.description !== visibleText(preference.description) || !plain.has(preference),
  );
}
