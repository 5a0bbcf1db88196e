import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readFixtures } from './fixture.ts';
import { rightBy, score } from './score.ts';

const usage = `npm run bench:quotes            how well a text is told from quote and signature by patterns alone
  --data FILE                   mails with the expected reply, JSONL; unless told
                                ../shared/data/email_quote_fixtures.jsonl
  --json FILE                   writes the figures`;
const shownLines = 8;

try {
  await measureQuotes(process.argv.slice(2));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
}

async function measureQuotes(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      data: { type: 'string', default: '../shared/data/email_quote_fixtures.jsonl' },
      json: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const fixtures = await readFixtures(values.data);
  if (!fixtures) {
    console.log(
      `${values.data} cannot be read, so nothing was measured. Name one with --data FILE.`,
    );
    return;
  }
  const { right, total, misses } = score(fixtures);
  const by = {
    half: rightBy('half', fixtures),
    language: rightBy('language', fixtures),
    source: rightBy('source', fixtures),
  };
  const rate = total === 0 ? 0 : (100 * right) / total;
  console.log(`${right} of ${total} right (${rate.toFixed(1)} %)`);
  for (const [key, counts] of Object.entries(by)) console.log(`by ${key}: ${counts.join(', ')}`);
  for (const { id, language, half, diff } of misses) {
    const shown = diff.slice(0, shownLines).map((line) => `    ${line.slice(0, 100)}`);
    const more = diff.length - shown.length;
    if (more > 0) shown.push(`    and ${more} more lines`);
    console.log([`\nmissed ${id} (${language}, ${half} half)`, ...shown].join('\n'));
  }
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ right, total, by, misses }, null, 2)}\n`);
  }
}
