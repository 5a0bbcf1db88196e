/**
 * What the simulated user asks for in answer to each message, by message id: shorthand, as people
 * type it. Points are separated by `;`. The order is the one in which the messages are answered.
 */
export const notesToAlex: ReadonlyMap<string, string> = new Map([
  ['alex-standup', '11 is fine with me; Priya knows already'],
  [
    'alex-report',
    'the numbers in section 2 are final; you are right about the chart; I will send a better one tonight',
  ],
  ['alex-invoice', 'I have not paid it yet; ask whether he has the order number'],
  ['alex-lunch', 'Wednesday is better; I cannot make it on Thursday'],
  [
    'alex-staging',
    'it is in the team vault under Staging; please do not change the password before the demo',
  ],
  ['alex-pitch', 'slides 1 to 6 are done; I am still waiting for the price table'],
  ['alex-holiday', 'I can cover Monday and Tuesday; I do not know about Wednesday yet'],
  ['alex-export', 'I have seen it too; it is the time zone; I will fix it tomorrow'],
]);

export const notesToRivera: ReadonlyMap<string, string> = new Map([
  ['rivera-interim', 'the interim report will be with you on 14 March'],
  [
    'rivera-interviews',
    'all three interviews are booked; the second one has moved to Thursday 13 March; ask whether the consent form of last year is still valid',
  ],
  [
    'rivera-invoice',
    'I sent invoice 2041 to the finance office again this morning; the purchase order number is PO-5518; the bank is named at the foot of page 2',
  ],
  [
    'rivera-annex',
    'the recordings are stored in Bristol; only my colleague and I can open them; they will be deleted on 31 December',
  ],
  ['rivera-april', '15 April at ten suits us both'],
  [
    'rivera-raw-data',
    'your student may have a copy; the data must not be passed on; I do not need a contract for that',
  ],
  [
    'rivera-transcript',
    'the two names are corrected; the passage on page 7 was cut by mistake; a new version is in the shared folder',
  ],
  [
    'rivera-talk',
    'I am glad to accept the invitation; forty minutes is a good length; ask whether there is a projector in the room',
  ],
]);
