import type { Evidence, Facet, Preference, Scope } from '../../src/learning/types.ts';

/** A preference with whatever the test is about. */
export function samplePreference(about: Partial<Preference> = {}): Preference {
  return {
    id: 'p1',
    description: 'Greets with “Hi <first name>,”',
    facet: 'greeting',
    scope: { kind: 'everywhere' },
    evidence: [sampleEvidence()],
    confidence: 0.7,
    origin: 'learned',
    status: 'active',
    revision: 3,
    createdAt: 1_700_000_000_000,
    updatedAt: 1_700_000_000_000,
    ...about,
  };
}

export function sampleEvidence(about: Partial<Evidence> = {}): Evidence {
  return {
    episodeId: 'e1',
    at: 1_700_000_000_000,
    says: 'supports',
    task: 'reply',
    recipient: 'alex@acme.example',
    before: 'Dear Alex,',
    after: 'Hi Alex,',
    ...about,
  };
}

const alex: Scope = { kind: 'recipient', address: 'alex@acme.example' };
const rivera: Scope = { kind: 'recipient', address: 'm.rivera@uni.example' };
const acme: Scope = { kind: 'domain', domain: 'acme.example' };

type Sample = [Facet, string, Scope, Preference['status'], before: string, after: string];

const samples: readonly Sample[] = [
  ['greeting', 'Greets with “Hi <first name>,”', alex, 'active', 'Dear Alex,', 'Hi Alex,'],
  ['closing', 'Ends with “Cheers,\nSam”', alex, 'active', 'Kind regards,\nSam', 'Cheers,\nSam'],
  [
    'tone',
    'Leaves out courtesies',
    { kind: 'everywhere' },
    'provisional',
    'Thank you very much for your message. I can',
    'I can',
  ],
  [
    'length',
    'About 45 words',
    alex,
    'active',
    'I would be more than happy to look at it as soon as I can, which should be Thursday.',
    'I’ll look on Thursday.',
  ],
  [
    'greeting',
    'Greets with “Dear Dr. <last name>,”',
    rivera,
    'active',
    'Hi Maria,',
    'Dear Dr. Rivera,',
  ],
  [
    'closing',
    'Ends with “Kind regards,\nSam Porter”',
    rivera,
    'active',
    'Best,\nSam',
    'Kind regards,\nSam Porter',
  ],
  [
    'structure',
    'Puts several points into a list',
    rivera,
    'provisional',
    'We need the report and the invoice and a date.',
    'We need\n- the report\n- the invoice\n- a date',
  ],
  [
    'wording',
    'Writes “&” for “and” in names of projects',
    acme,
    'active',
    'Search and Rescue',
    'Search & Rescue',
  ],
  [
    'punctuation',
    'No exclamation marks',
    { kind: 'everywhere' },
    'active',
    'See you then!',
    'See you then.',
  ],
  ['tone', 'Uses contractions', acme, 'active', 'I will', 'I’ll'],
  ['content', 'Never promises a date', { kind: 'everywhere' }, 'active', '', ''],
  ['formatting', 'One paragraph', alex, 'paused', 'Done.\n\nSam', 'Done. Sam'],
  [
    'wording',
    'Says “invoice no.” and not “bill #”',
    { kind: 'domain', domain: 'ledger.example' },
    'active',
    'bill #12',
    'invoice no. 12',
  ],
  ['closing', 'No closing at all', { kind: 'task', task: 'reply' }, 'superseded', 'Best,\nSam', ''],
  [
    'length',
    'About 120 words',
    rivera,
    'active',
    'Fine.',
    'The draft looks fine to me, with two small remarks on section three.',
  ],
  [
    'tone',
    'No hedges such as “perhaps” or “I think”',
    { kind: 'nearby' },
    'active',
    'Perhaps we could meet',
    'Let’s meet',
  ],
  [
    'other',
    'Writes weekdays in full',
    { kind: 'site', site: 'mail.example.com' },
    'active',
    'Thu',
    'Thursday',
  ],
  [
    'greeting',
    'פותח ב„שלום <first name>”',
    { kind: 'recipient', address: 'noa@galil.example' },
    'active',
    'נועה היקרה,',
    'שלום נועה,',
  ],
  [
    'punctuation',
    'Dashes with a space on either side',
    { kind: 'everywhere' },
    'active',
    'late—again',
    'late – again',
  ],
  [
    'structure',
    'The question first, then the background',
    acme,
    'provisional',
    'As you know, we moved. Can you come?',
    'Can you come? As you know, we moved.',
  ],
];

/** Twenty preferences as somebody may have them after some weeks. */
export function twentyPreferences(): Preference[] {
  return samples.map(([facet, description, scope, status, before, after], at) => {
    const isOwn = before === '' && after === '';
    const when = 1_757_000_000_000 - at * 3_600_000 * 31;
    const evidence = isOwn
      ? []
      : Array.from({ length: 1 + ((at * 3) % 7) }, (_, nth) =>
          sampleEvidence({
            episodeId: `e${at}-${nth}`,
            at: when - nth * 86_400_000,
            before,
            after,
          }),
        ).toReversed();
    return samplePreference({
      id: `p${at}`,
      description,
      facet,
      scope,
      status,
      evidence,
      origin: isOwn ? 'user' : 'learned',
      createdAt: when,
      updatedAt: when,
    });
  });
}
