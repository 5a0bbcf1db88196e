import { fresh, type MailTemplate, reply } from './template.ts';

/** Mails to relatives. */
export const family: readonly MailTemplate[] = [
  reply(
    'birthday in {place}',
    'Your uncle turns sixty on {date} and we want to surprise him in {place}. Will you come, and can you bring the folding chairs?',
    'I will come by train; I have {n} chairs; ask whether {who} needs a lift',
  ),
  reply(
    'grandmother’s phone',
    'Grandmother says that her phone is dead again. Could you have a look at it when you visit?',
    'I will look at it on {day}; it is the charger again; ask for the model',
  ),
  reply(
    'photos of the garden',
    'Here are the photos of the garden. The roses are finally out. When do we see you again?',
    'lovely photos!; I will be in {place} on {date}; the roses look a bit tired',
  ),
  reply(
    'train on {day}',
    'We would pick you up. Which train do you take on {day}, and are the children with you?',
    'I am on the train at {time}; the children are not with me; please bring the big umbrella',
  ),
  reply(
    'the old piano',
    'Somebody in {place} would take the piano. Do you still want it, or may it go?',
    'the piano may go; I just want to keep the stool; ask who will carry it on {day}',
  ),
  reply(
    'recipe number {n}',
    'I found the old cookery book. Which of the recipes did you want?',
    'it is the soup on page {big}; thanks for looking; ask whether {who} still makes it',
  ),
  reply(
    'holiday house',
    'The holiday house by the lake is free for {n} days from {date}. Shall we take it?',
    'we would love to come; I have not asked {who} yet; ask whether there is a boat',
  ),
  reply(
    'school play',
    'The school play is on {day} at {time}. The little one has three whole sentences. Are you coming?',
    'I am coming!; I will be there at {time}; please keep {n} seats',
  ),
  fresh(
    'dinner on {day}',
    'ask whether you are free on {day}; we are {n} people; I will cook something without nuts',
  ),
  fresh(
    'keys of the flat in {place}',
    'I have left the keys with {who}; the heating is not on; please water the plants on {day}',
  ),
  fresh(
    'the cat and the week of {date}',
    'ask to feed the cat from {date} on; she is kind of shy; the food is in cupboard {n}',
  ),
  fresh('parcel {big}', 'a parcel will come on {day}; it is for {who}; please do not open it'),
  fresh(
    'moving to {place}',
    'we are moving on {date}; I do not have enough boxes; ask for the van until {time}',
  ),
  fresh(
    'new bicycle',
    'I have found a bicycle for {who}; it costs {big}; ask whether the colour matters',
  ),
];
