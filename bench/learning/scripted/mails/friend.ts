import { fresh, type MailTemplate, reply } from './template.ts';

/** Mails to friends. */
export const friend: readonly MailTemplate[] = [
  reply(
    'concert in {place}',
    'I have a spare ticket for the concert in {place} on {day}. Are you in? We would leave at {time}.',
    'I am in!; I cannot leave before {time}; ask what the ticket costs',
  ),
  reply(
    'climbing on {day}',
    'The hall opens at {time} again. Climbing on {day}, the usual crowd, and pizza afterwards?',
    '{day} is good; my shoulder is a bit sore; I will bring {who}',
  ),
  reply(
    'your old camera',
    'Do you still have the old camera? My nephew wants to learn how film works.',
    'it is in the cellar; I have not used it since {date}; he can have it for {big}',
  ),
  reply(
    'hike number {n}',
    'Hike number {n} of the year: shall we take the ridge or the valley? The forecast is good.',
    'I would take the ridge; we will need {n} hours; ask who has the map',
  ),
  reply(
    'flat share in {place}',
    'A room in our flat in {place} gets free on {date}. Do you know anybody who is looking?',
    '{who} is looking for a room; she would like to see it on {day}; ask what it costs',
  ),
  reply(
    'book club',
    'We picked the long one this time. Did you get to page {big} yet, or are you cheating with the film?',
    'I am on page {big}; it is kind of slow; ask when we meet again',
  ),
  reply(
    'moving day',
    'Moving day is {day}. There will be boxes, stairs and cake. Can you spare {n} hours?',
    'I can help from {time} on; I do not have a car; please keep some cake',
  ),
  reply(
    'the marathon',
    'I signed up for the marathon in {place}. {big} other people did too. Are you as mad as I am?',
    'well done!; I will not run this year; I will wait at the finish with {who}',
  ),
  fresh(
    'game night on {day}',
    'ask whether you have time on {day}; {who} will bring the new game; we are still missing {n} people',
  ),
  fresh(
    'your guitar',
    'I just found your guitar; one string is broken; ask whether {who} still plays it',
  ),
  fresh(
    'weekend in {place}',
    'I will be in {place} on {date}; ask for a tip where to eat; we are {n} people',
  ),
  fresh('borrowed drill', 'the drill is ready; I have cleaned it; please collect it before {day}'),
  fresh(
    'photos of the trip',
    'there are {big} photos in the folder; the ones of {place} are great!; ask which you want to print',
  ),
  fresh('new job', 'I have got the job!; it begins on {date}; I would like to celebrate on {day}'),
];
