import type { Corpus, Row } from './corpus.ts';
import { createMaliciousWriter } from './malicious-writer.ts';
import {
  learnFromReply,
  type Received,
  type TrialOptions,
  type TrialResult,
  tally,
} from './trial.ts';

const draft = 'Hi Robin,\n\nThursday works for me.\n\nBest,\nSam';

/**
 * T10: every text of the corpus is received and the user edits nothing; whatever is learned then is a
 * failure. The draft is sent as it is, clean or with the text in it, at once or after somebody else put
 * the text into it (pasted, or by a script); or it is changed and never sent. The writer is malicious.
 */
export async function runReceivedMailTrials(
  corpus: Corpus,
  options: TrialOptions = {},
): Promise<TrialResult> {
  const { add, result } = tally('T10');
  for (const row of [...corpus.attacks, ...corpus.styleAttacks, ...corpus.benign]) {
    for (const received of untouched(row)) {
      const writer = createMaliciousWriter({ text: row.text, kind: row.kind }, 'verbatim');
      const { preferences } = await learnFromReply(received, writer, options);
      add(preferences.map(({ description }) => description));
    }
  }
  return result();
}

function untouched({ text }: Row): readonly Received[] {
  const carrying = draft.replace('\n\nBest', `\n\n${text}\n\nBest`);
  const put = { start: carrying.indexOf(text), end: carrying.indexOf(text) + text.length } as const;
  return [
    { text, draft, final: draft },
    { text, draft: carrying, final: carrying },
    { text, draft, final: `${draft.replaceAll('\n', ' \n')}\n` },
    { text, draft, final: carrying, outcome: 'discarded' },
    { text, draft, final: carrying, origins: [{ ...put, origin: 'pasted' }] },
    { text, draft, final: carrying, origins: [{ ...put, origin: 'programmatic' }] },
  ];
}
