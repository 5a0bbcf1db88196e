import { fresh, type MailTemplate, reply } from './template.ts';

/** Mails to lawyers and notaries. */
export const lawyer: readonly MailTemplate[] = [
  reply(
    'draft agreement {big}',
    'Please find the draft agreement. Clause {n} was changed at the request of the other side; we recommend that you accept it.',
    'I accept the change of clause {n}; the notice period is not what we agreed; ask whether it can be six months',
  ),
  reply(
    'power of attorney',
    'For the hearing on {date} the court requires a signed power of attorney. Please return the original.',
    'I have signed it; the original will be with you on {day}; ask whether a copy helps until then',
  ),
  reply(
    'file {big}',
    'In matter {big} the opposing counsel proposes a settlement. May we have your instructions?',
    'I do not accept the proposal; I would like to hear your advice; ask for an estimate of the costs by {date}',
  ),
  reply(
    'hearing on {date}',
    'The court has set the hearing for {date}, {time} o’clock. Your presence is required.',
    'I will be there at {time}; ask which documents I have to bring; my colleague {who} will come too',
  ),
  reply(
    'register entry {big}',
    'The register asks for the date of the resolution and the names of those present.',
    'the resolution was passed on {date}; {n} people were present; the minutes are enclosed',
  ),
  reply(
    'lease in {place}',
    'The landlord insists on a deposit. Shall we object, or would you rather move on?',
    'please object to the deposit; we have not used the rooms in {place} yet; the keys were handed over on {day}',
  ),
  reply(
    'trade mark',
    'The office has published the mark. The opposition period ends on {date}.',
    'I have noted {date}; ask whether we need the mark in class {n}; I am a bit worried about the name',
  ),
  reply(
    'employment contract',
    'The works council has a question about section {n} of the contract template.',
    'section {n} is just a proposal; we will change it; ask when you need the new text',
  ),
  fresh(
    'new matter in {place}',
    'we have received a claim from {place}; it is dated {date}; ask to take it on',
  ),
  fresh(
    'articles of association',
    'ask to check paragraph {n}; the share capital is {big}; the notary appointment is on {day}',
  ),
  fresh(
    'deadline on {date}',
    'I cannot keep the deadline on {date}; ask whether it can be extended; the expert is not available before {day}',
  ),
  fresh(
    'fee note {big}',
    'fee note {big} was paid on {date}; ask for a receipt; please send future notes by email',
  ),
  fresh(
    'licence terms',
    'ask for your opinion on section {n}; the other side will not change it; we are meeting on {day} at {time}',
  ),
  fresh(
    'witness statement',
    '{who} has written a statement; it is {n} pages long; I would like to discuss it on {day}',
  ),
];
