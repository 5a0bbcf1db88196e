import { t } from '../../browser/text.ts';

/** A mail of the practice mailbox. Everybody in it is invented. */
export interface PracticeMail {
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Paragraphs are parted by an empty line. */
  readonly body: string;
}

const alex = { name: 'Alex Kim', address: 'alex@acme.example' } as const;
const rivera = { name: 'Dr. Maria Rivera', address: 'm.rivera@uni.example' } as const;

/** Two of one colleague, so that the second shows what the first has taught, and one of somebody else. */
export const practiceMails = (): readonly PracticeMail[] => [
  {
    id: 'stand-up',
    from: alex,
    subject: t('practice_mail1_subject'),
    body: t('practice_mail1_body'),
  },
  {
    id: 'report',
    from: alex,
    subject: t('practice_mail2_subject'),
    body: t('practice_mail2_body'),
  },
  {
    id: 'interviews',
    from: rivera,
    subject: t('practice_mail3_subject'),
    body: t('practice_mail3_body'),
  },
];
