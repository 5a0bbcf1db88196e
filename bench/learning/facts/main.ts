import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readMailEdits } from './read-mail-edits.ts';
import { readRevisions } from './read-revisions.ts';
import { rules } from './rules.ts';
import { score } from './score.ts';
import { scoreTable } from './score-table.ts';

const usage = `npm run bench:facts             how well changed facts are told from changed style
  --data FILE                   labelled revisions in the form of IteraTeR, JSONL; unless told
                                ../shared/data/iterater_human_revisions.jsonl
  --json FILE                   writes the figures`;

try {
  await measureFacts(process.argv.slice(2));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
}

async function measureFacts(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      data: { type: 'string', default: '../shared/data/iterater_human_revisions.jsonl' },
      json: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const sets = [
    { set: 'mail', edits: await readMailEdits(join(import.meta.dirname, 'mail-edits.jsonl')) },
    { set: 'revisions', edits: await readRevisions(values.data) },
  ];
  const scored = sets.flatMap(({ set, edits }) =>
    (['tuned', 'unseen'] as const).map((half) => {
      const own = edits.filter((edit) => edit.half === half);
      return { set, half, rules: rules.map((rule) => score(rule, own)) };
    }),
  );
  for (const { set, half, rules: scores } of scored) {
    console.log(`${scoreTable(`${set}, ${half} half`, scores)}\n`);
  }
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ sets: scored }, null, 2)}\n`);
  }
}
