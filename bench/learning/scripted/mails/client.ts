import { fresh, type MailTemplate, reply } from './template.ts';

/** Mails to people who pay for the work. */
export const client: readonly MailTemplate[] = [
  reply(
    'offer {big}',
    'Thank you for offer {big}. Our purchasing department asks how long it is valid and whether the travel costs are included.',
    'the offer is valid until {date}; travel costs are included; I will send the signed version on {day}',
  ),
  reply(
    'project schedule',
    'Our management would like to know whether the delivery on {date} still stands. Could you confirm it?',
    'the delivery on {date} still stands; we are waiting for your sample data; ask who can release it',
  ),
  reply(
    'invoice {big}',
    'Our accounting cannot find the order number on invoice {big}. Could you tell us which it is?',
    'the order number is {big}; I am sorry about the gap; a corrected invoice will follow on {day}',
  ),
  reply(
    'workshop in {place}',
    'We would be pleased to host the workshop in {place}. How many people will come, and what do you need?',
    'we will be {n} people; ask whether there is a projector; I would like to begin at {time}',
  ),
  reply(
    'acceptance test',
    'Our testers found {n} open points. Will they be solved before the acceptance?',
    '{n} points are solved; one is not clear to us; ask for a screenshot of it',
  ),
  reply(
    'data protection form',
    'Before we continue, our data protection officer needs the enclosed form. When may we expect it?',
    'I have filled in the form; page {n} is just a draft; please check it before {day}',
  ),
  reply(
    'change of contact',
    'From {date} on {who} will look after the project on our side. Is there anything to hand over?',
    'I have noted the change; I will send the access data to {who}; ask whether a short call on {day} would help',
  ),
  reply(
    'first results',
    'The first results look promising. Could we see the full figures before the board meets on {day}?',
    'the full figures will be ready at {time}; chart {n} is a bit rough; I am glad to explain them',
  ),
  fresh(
    'status of the project',
    'milestone {n} is reached; we are one week ahead; ask whether the next meeting can be on {day}',
  ),
  fresh(
    'access for the auditors',
    'ask for a list of the auditors; we cannot open the system without it; the audit begins on {date}',
  ),
  fresh(
    'maintenance on {day}',
    'the system is not available on {day} from {time} on; it will take {n} hours; please tell your users',
  ),
  fresh(
    'contract renewal {big}',
    'contract {big} ends on {date}; I would like to renew it; ask whether the conditions still suit you',
  ),
  fresh(
    'training for your team',
    'we have a free place on {date}; ask how many people would come; the room in {place} is somewhat small',
  ),
  fresh(
    'final report',
    'the final report is enclosed; I have added the figures of {day}; please email your comments by {date}',
  ),
];
