/** A message in the practice inbox. Everybody in it is invented. */
export interface Message {
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  /** As the list shows it; the practice mailbox has no clock. */
  readonly date: string;
  readonly subject: string;
  /** Paragraphs are separated by an empty line. */
  readonly body: string;
}

/** Whose mailbox it is. */
export const owner = { name: 'Sam Porter', address: 'sam@northbank.example' } as const;

/** The lines under every mail, without the `-- ` above them. */
export const signature = ['Sam Porter', 'Northbank Research, Bristol'] as const;

/** A close colleague. */
export const alex = { name: 'Alex Kim', address: 'alex@acme.example' } as const;
/** A formal client. */
export const rivera = { name: 'Dr. Maria Rivera', address: 'm.rivera@uni.example' } as const;
const priya = { name: 'Priya Nair', address: 'priya.nair@northbank.example' } as const;
const printer = { name: 'Halden Print', address: 'accounts@haldenprint.example' } as const;
const grandmother = { name: 'Nora Porter', address: 'nora@porterfamily.example' } as const;

const mail = (
  id: string,
  from: Message['from'],
  date: string,
  subject: string,
  ...paragraphs: string[]
): Message => ({ id, from, date, subject, body: paragraphs.join('\n\n') });

/** The inbox, newest first. */
export const messages: readonly Message[] = [
  mail(
    'alex-standup',
    alex,
    '11 March, 9:12',
    'Friday stand-up',
    'Hi Sam,',
    'can we push the Friday stand-up to 11? The office is being painted until ten and I would rather not shout over ladders.',
    'Alex',
  ),
  mail(
    'rivera-interim',
    rivera,
    '11 March, 8:40',
    'Interim report',
    'Dear Mr Porter,',
    'The ethics board meets on 20 March and would like to see the interim report beforehand. Could you let me know when we may expect it?',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'priya-desk',
    priya,
    '10 March',
    'Your desk on Thursday',
    'Hello Sam,',
    'two visitors from the Leeds office need a place on Thursday. Would you mind if one of them took your desk?',
    'Thanks\nPriya',
  ),
  mail(
    'alex-report',
    alex,
    '10 March',
    'Comments on the survey report',
    'Sam, I read the report on the train. Two questions: are the numbers in section 2 final, and is it me or is the chart on page 4 hard to read?',
    'The rest is great. Alex',
  ),
  mail(
    'rivera-interviews',
    rivera,
    '10 March',
    'Schedule of the interviews',
    'Dear Mr Porter,',
    'I should be grateful for a short overview of the interviews: which of them are booked, and whether the dates still stand. Please also tell me if you need anything from our side.',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'alex-invoice',
    alex,
    '9 March',
    'Halden Print invoice',
    'Hi, accounts forwarded me a reminder from Halden Print for 1,240. Did we pay that one? I cannot find it anywhere.',
    'A.',
  ),
  mail(
    'rivera-invoice',
    rivera,
    '9 March',
    'Invoice 2041',
    'Dear Mr Porter,',
    'Our finance office asks for invoice 2041 once more. They also need the purchase order number and the name of the bank, since they could not find either.',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'halden-reminder',
    printer,
    '9 March',
    'Reminder: invoice HP-7713',
    'Dear customer,',
    'our records show that invoice HP-7713 of 1,240.00 is still open. If your payment has crossed with this message, please take no further notice of it.',
    'Halden Print, Accounts',
  ),
  mail(
    'alex-lunch',
    alex,
    '8 March',
    'Lunch with the Acme crowd',
    'Hey Sam, Jo and Femi are in town next week and want lunch. Wednesday or Thursday? There is that noodle place by the bridge.',
    'Alex',
  ),
  mail(
    'rivera-annex',
    rivera,
    '7 March',
    'Data protection annex',
    'Dear Mr Porter,',
    'Our data protection officer has read the annex and asks where the recordings are stored, who may open them, and when they will be deleted.',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'alex-staging',
    alex,
    '7 March',
    'Staging login?',
    'Sam, I need to show the new form to Femi at two. What was the login for staging again?',
    'Alex',
  ),
  mail(
    'nora-birthday',
    grandmother,
    '6 March',
    'Sunday cake',
    'My dear Sam,',
    'I am baking the lemon cake on Sunday. Will you come at three or at four? Bring nothing, you always bring too much.',
    'Love, Nan',
  ),
  mail(
    'rivera-april',
    rivera,
    '6 March',
    'Meeting in April',
    'Dear Mr Porter,',
    'I should like to propose a meeting on 15 April at ten, in our building on Queen’s Road. Would that suit you and your colleague?',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'alex-pitch',
    alex,
    '5 March',
    'Slides for the pitch',
    'Hi Sam, how far are the slides? Jo wants to print a handout on Monday, prices included.',
    'Alex',
  ),
  mail(
    'rivera-raw-data',
    rivera,
    '5 March',
    'Request for the raw data',
    'Dear Mr Porter,',
    'A doctoral student in my group would like to work with the raw survey data. May we have a copy, and if so, under which conditions?',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'alex-holiday',
    alex,
    '4 March',
    'Cover while I am away',
    'Sam, I am off from the 24th to the 26th (Monday to Wednesday). Any chance you can watch the support inbox?',
    'Alex',
  ),
  mail(
    'rivera-transcript',
    rivera,
    '4 March',
    'Corrections in the transcript',
    'Dear Mr Porter,',
    'In the transcript of the second interview I found two names that are misspelt, and a passage on page 7 that seems to be missing. Could you look into this?',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'alex-export',
    alex,
    '3 March',
    'Export is off by one day',
    'Weird one: everything I export to CSV is dated a day early. Is that just my machine? Alex',
  ),
  mail(
    'rivera-talk',
    rivera,
    '3 March',
    'Invitation to our colloquium',
    'Dear Mr Porter,',
    'We should be honoured if you would present the study at our colloquium on 6 May. The talk would last about forty minutes, with time for questions.',
    'Yours sincerely,\nMaria Rivera',
  ),
  mail(
    'priya-training',
    priya,
    '2 March',
    'First-aid training',
    'Hello all,',
    'there are three places left for the first-aid training on 2 April. Please tell me by Friday if you want one.',
    'Priya',
  ),
];
