import { askExtension } from '../../scripts/drive/ask-extension.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import type { Episode, Evidence, Preference } from '../../src/learning/types.ts';
import { facets } from '../../src/learning/types.ts';
import { type Backup, backupVersion } from '../../src/protocol/backup.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';

const people = [
  ['alex@acme.example', 'Alex Moore'],
  ['dana@lind.example', 'Dana Lind'],
  ['priya@north.example', 'Priya Natarajan'],
  ['noa@salem.example', 'נועה שלם'],
] as const;
const day = 24 * 60 * 60 * 1000;
const usage = { calls: 1, inputTokens: 420, outputTokens: 110 };

/** The mail of this number, the higher the older; edits grow smaller as time goes on. */
function mail(number: number, all: number, now: number): Episode {
  const [address, name] = people[number % people.length] ?? people[0];
  const first = name.split(' ')[0];
  const isUnedited = number % 5 === 0;
  const draft = `Dear ${name},\n\nThank you for your message about report ${number}. I wanted to let you know that the figures are ready and that I will send them on Friday.\n\nKind regards,\nSam`;
  const final = isUnedited
    ? draft
    : `Hi ${first},\n\nThe figures of report ${number} are ready; I’ll send them on Friday.\n\nCheers,\nSam`;
  const early = number / all;
  const words = isUnedited ? 0 : Math.round(4 + 16 * early + ((number * 7) % 9));
  return {
    id: `mail-${number}`,
    at: now - Math.round((number * 400 * day) / all) - 60_000,
    context: {
      task: number % 3 === 0 ? 'new' : 'reply',
      site: 'mail.example.com',
      recipients: [{ address, name }],
      subject: `Report ${number}`,
      incoming:
        number % 3 === 0 ? null : { from: { address, name }, text: 'When can I have the figures?' },
      notes: 'figures ready, Friday',
      language: 'en',
    },
    writer: 'builtin',
    draft,
    final,
    outcome: 'sent',
    guidance: {
      text: '- Greets with “Hi <first name>,”',
      preferences: [
        {
          id: 'p-0',
          revision: 1,
          facet: 'greeting',
          description: 'Greets with “Hi <first name>,”',
        },
      ],
    },
    cost: { words, normalised: words / 30 },
    standing: { kind: 'inferred', preferenceIds: ['p-0'] },
    usage: { draft: usage, learn: number % 2 === 0 ? usage : { ...usage, calls: 0 } },
  };
}

function preference(number: number, now: number): Preference {
  const evidence: Evidence[] = [1, 2].map((at) => ({
    episodeId: `mail-${number * 2 + at}`,
    at: now - (number + at) * day,
    says: 'supports',
    recipient: people[number % people.length]?.[0] ?? '',
    task: 'reply',
    before: 'Dear Alex,',
    after: 'Hi Alex,',
  }));
  return {
    id: `p-${number}`,
    description: `Greets with “Hi <first name>,” and line ${number}`,
    facet: facets[number % facets.length] ?? 'other',
    scope: { kind: 'everywhere' },
    evidence,
    confidence: 0.7,
    origin: 'learned',
    status: number % 9 === 0 ? 'provisional' : 'active',
    revision: 1,
    createdAt: now - number * 60_000,
    updatedAt: now - number * 60_000,
  };
}

/** A backup of somebody who has used Penchant for long. */
export function longUse(mails: number, preferences: number, now = Date.now()): Backup {
  return {
    penchant: 'backup',
    version: backupVersion,
    madeAt: now,
    settings: defaultSettings,
    preferences: Array.from({ length: preferences }, (_, at) => preference(at, now)),
    episodes: Array.from({ length: mails }, (_, at) => mail(at, mails, now)),
    waiting: [],
  };
}

/** Brings a backup in, as the page would. */
export async function bringIn(own: Tab, backup: Backup): Promise<void> {
  const text = JSON.stringify(backup);
  const size = 1024 * 1024;
  const file = `file-${backup.madeAt}-${text.length}`;
  let parts = 0;
  for (let at = 0; at < text.length; at += size) {
    const piece = text.slice(at, at + size);
    await askExtension(own, 'backup.part', { file, position: parts, text: piece });
    parts += 1;
  }
  const choice = { file, parts, without: [], withSettings: false };
  await askExtension(own, 'backup.merge', choice);
}
