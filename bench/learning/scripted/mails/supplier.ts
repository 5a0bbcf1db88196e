import { fresh, type MailTemplate, reply } from './template.ts';

/** Mails to those the user buys from. */
export const supplier: readonly MailTemplate[] = [
  reply(
    'order {big}',
    'Thank you for order {big}. The blue boxes are sold out until {date}. Would grey ones do?',
    'grey boxes are fine; we need {n} of them; please deliver before {day}',
  ),
  reply(
    'delivery on {day}',
    'The driver will be with you on {day} at {time}. Is there somebody at the ramp?',
    'the ramp is not open before {time}; {who} will be there; ask for the number of the driver',
  ),
  reply(
    'complaint {big}',
    'We are sorry to hear about the damage. How many pieces are affected?',
    '{n} pieces are broken; I have kept them; ask whether the driver can collect them on {day}',
  ),
  reply(
    'price list',
    'The new price list is valid from {date}. Please let us know which terms you would like to keep.',
    'we would like to keep the old terms until {date}; the discount is not in the list; ask whether that is a mistake',
  ),
  reply(
    'sample {n}',
    'The samples left our house on {day}. Which of them would you like to order?',
    'sample {n} is the best; the colour is a bit dark; ask whether there is a lighter one',
  ),
  reply(
    'reminder {big}',
    'According to our books invoice {big} is still open. Please check.',
    'invoice {big} was paid on {date}; I am sorry for the confusion; ask whether you have received it now',
  ),
  reply(
    'service visit in {place}',
    'Our technician could come to {place} on {day}. Is the machine free then?',
    'the machine is free from {time} on; I will tell {who}; it is just the left roller',
  ),
  reply(
    'framework order',
    'Your framework order covers {big} sheets. Shall we split the deliveries?',
    'please split it into {n} deliveries; we do not have room for more; the first one is urgent',
  ),
  fresh(
    'new order for {place}',
    'ask for an offer for {big} labels; we need them on {date}; the size is not important',
  ),
  fresh(
    'wrong parts',
    'we have received the wrong parts; it is the second time; ask for the right ones by {day}',
  ),
  fresh(
    'opening hours',
    'we are closed on {day}; deliveries are possible until {time}; please tell your driver',
  ),
  fresh(
    'machine number {big}',
    'machine {big} has stopped on {day}; I cannot read the error; ask whether {who} could call me',
  ),
  fresh(
    'change of order {big}',
    'I would like to change order {big}; we need {n} more; ask whether that is still possible',
  ),
  fresh(
    'empty pallets',
    '{n} pallets are empty; they will be in the way on {day}; ask whether the truck could take them along',
  ),
];
