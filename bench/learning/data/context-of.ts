import type { Context, Correspondent } from '../../../src/learning/types.ts';
import type { ModelTask } from '../model/options.ts';
import type { DataRecord } from './read-records.ts';
import { type Source, sourceOf } from './sources.ts';

/** `given`: only those in the data. `by-source`: a record without one gets that of its source. */
export type Recipients = 'given' | 'by-source';

/** Somebody who may well get such texts. With them the recipient gives the latent preference away. */
const addressees: Readonly<Record<Source, Correspondent>> = {
  personal_problem: { name: 'Robin Hale', address: 'robin@hale-family.example' },
  paper_summary: { name: 'Dr. Ines Okafor', address: 'ines.okafor@institute.example' },
  paper_review: { name: 'Jonas Weber', address: 'jonas.weber@journal.example' },
  paper_tweet: { name: 'Mei Tanaka', address: 'mei.tanaka@outreach.example' },
  news: { name: 'Nora Lind', address: 'nora.lind@school.example' },
  reddit: { name: 'Sam Ortiz', address: 'sam.ortiz@friends.example' },
  wikipedia: { name: 'Omar Haddad', address: 'omar.haddad@library.example' },
  paper_abstract: { name: 'Lucy Grant', address: 'lucy.grant@magazine.example' },
  movie_review: { name: 'Pavel Novak', address: 'pavel.novak@cinema.example' },
};

/**
 * The context in which a record is written: its text is the material at hand, the notes say what to
 * make of it. The notes are the same for all records without recipient, so that only the text itself
 * tells one source from another.
 */
export function contextOf(record: DataRecord, task: ModelTask, recipients: Recipients): Context {
  const recipient = recipientOf(record, task, recipients);
  return {
    task: 'unknown',
    site: 'mail.example.com',
    recipients: recipient ? [recipient] : [],
    subject: '',
    incoming: { from: { address: '', name: 'the material' }, text: record.text },
    notes: notesFor(task, recipient),
    language: null,
  };
}

function recipientOf(
  { recipient, domain }: DataRecord,
  task: ModelTask,
  recipients: Recipients,
): Correspondent | null {
  if (recipient) {
    const { name, title, email } = recipient;
    return { name: [title, name].filter(Boolean).join(' '), address: email.toLowerCase() };
  }
  const source = recipients === 'by-source' ? sourceOf(domain, task) : null;
  return source && addressees[source];
}

function notesFor(task: ModelTask, recipient: Correspondent | null): string {
  if (task === 'summarization') {
    return 'Summarise this material. Only the summary is wanted, without greeting and closing.';
  }
  return recipient
    ? `Write a mail to ${recipient.name} from this material: pass on what it says, or answer it where it is a message from them.`
    : 'Write a mail that tells its reader what this material says.';
}
