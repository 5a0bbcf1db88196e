import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { run } from '../run.ts';
import type { Counts } from './counts.ts';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

/**
 * Runs one project of the test suite, or these files of it, and counts; a file that does not even load
 * is a failure.
 */
export async function vitest(project: string, files: readonly string[] = []): Promise<Counts> {
  console.log(`\n— ${project} tests`);
  const folder = await mkdtemp(join(tmpdir(), 'penchant-report-'));
  const outputFile = join(folder, 'report.json');
  const args = ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json'];
  let ended: unknown = null;
  try {
    await run('npx', [...args, `--outputFile.json=${outputFile}`, ...files]);
  } catch (thrown) {
    ended = thrown;
  }
  try {
    const report = reportSchema.parse(JSON.parse(await readFile(outputFile, 'utf8')));
    const failed = report.numFailedTests || (ended || report.numFailedTestSuites ? 1 : 0);
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed, skipped };
  } catch (thrown) {
    console.error(`FAILED: the ${project} tests left no report.`, ended ?? thrown);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
