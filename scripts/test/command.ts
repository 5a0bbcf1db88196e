import { run } from '../run.ts';
import type { Counts } from './counts.ts';

/** A check that is a command of its own, counted as one test. */
export async function command(
  name: string,
  program: string,
  args: readonly string[],
): Promise<Counts> {
  console.log(`\n— ${name}`);
  try {
    await run(program, args);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (thrown) {
    console.error(`FAILED: ${name}.`, thrown instanceof Error ? thrown.message : thrown);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
