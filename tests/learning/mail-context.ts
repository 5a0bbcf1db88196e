import type { Context } from '../../src/learning/types.ts';

/** A context to measure in: Alex Kim wrote, and is answered in English. */
export function mailContext(changes: Partial<Context> = {}): Context {
  const alex = { name: 'Alex Kim', address: 'alex@acme.example' };
  return {
    task: 'reply',
    site: 'mail.example.com',
    recipients: [alex],
    subject: 'Re: Offsite',
    incoming: { from: alex, text: 'Shall we?' },
    notes: '',
    language: 'en',
    ...changes,
  };
}

/** A context with one recipient of this name. */
export const writingTo = (name: string): Context =>
  mailContext({ recipients: [{ name, address: 'somebody@acme.example' }], incoming: null });
