import { fresh, type MailTemplate, reply } from './template.ts';

/** Mails to people at work. */
export const colleague: readonly MailTemplate[] = [
  reply(
    'stand-up on {day}',
    'Can we push the {day} stand-up to {time}? Half the team is on the early train and I would rather not start without them.',
    '{time} is fine with me; I will tell {who}; ask whether the room is still booked',
  ),
  reply(
    'release {n}',
    'I would like to ship release {n} on {day}. Is the export fix in, and did the tests run through?',
    'the export fix is in; I have not seen the test run yet; ask who is on call on {day}',
  ),
  reply(
    'your comments on the report',
    'I read the report on the train. Is the table in section {n} final, and do we still need the appendix?',
    'I just changed the table in section {n}; the appendix is not needed; you are right about the summary',
  ),
  reply(
    'laptop number {big}',
    'The stock list says that you have laptop {big}. Is that right, and does it still start?',
    'it is on my desk since {day}; the battery is a bit weak; ask whether there is a spare charger',
  ),
  reply(
    'cover for {day}',
    'I am at a course in {place} on {day}. Could you cover the support queue for me?',
    'I can cover {day} until {time}; I cannot stay longer; please update the rota',
  ),
  reply(
    'slides for {place}',
    'The slides for {place} are due on {day}. Which ones are still missing on your side?',
    'slides 1 to {n} are done; I am still waiting for the price table; ask for the new template',
  ),
  reply(
    'test server',
    'The test server asks for a new password and nobody seems to have it. Do you?',
    'it is in the team vault; please do not change it before {day}; ask whether {who} has access',
  ),
  reply(
    'interviews for the team',
    'We have {n} candidates for the open position. Which of the interviews could you join?',
    'I would like to join the one on {day}; great choice of candidates!; I have not read the last application',
  ),
  fresh(
    'desk plan for {day}',
    'two visitors from {place} need a desk on {day}; ask whether yours is free; they will leave at {time}',
  ),
  fresh(
    'broken build {big}',
    'ask to look at build {big}; it is red since {day}; I just need the log of the last step',
  ),
  fresh(
    'minutes of the planning meeting',
    'the minutes are in the shared folder; item {n} is for you; please add your estimate by {day}',
  ),
  fresh(
    'retrospective in week {big}',
    'ask whether {day} suits you; I would prefer the morning; the last one was kind of short',
  ),
  fresh(
    'thanks for the demo',
    'great demo on {day}!; the people from {place} want to see it again; ask for the recording',
  ),
  fresh(
    'budget line {big}',
    'we are {n} percent over budget in line {big}; I do not know why; ask whether the invoice of {date} is in it',
  ),
];
