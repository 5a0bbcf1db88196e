import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly isDead: boolean;
}

/** The processes of this name under `root`, at any depth. Where there is no `/proc`, throws. */
export async function childrenNamed(root: number, name: string): Promise<number[]> {
  const all = await processes();
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const isUnder = (pid: number): boolean => {
    for (let at = parents.get(pid); at !== undefined; at = parents.get(at)) {
      if (at === root) return true;
    }
    return false;
  };
  return all
    .filter((one) => one.name === name && !one.isDead && isUnder(one.pid))
    .map(({ pid }) => pid);
}

/** Waits until a process is gone; throws after ten seconds. */
export async function ended(pid: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  while ((await processes()).some((one) => one.pid === pid && !one.isDead)) {
    if (performance.now() > deadline) throw new Error(`Process ${pid} did not end.`);
    await pause(5);
  }
}

async function processes(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      // It may have ended since.
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      // `1234 (name) S 1 …`; the name may have blanks and brackets in it.
      const [, name = '', state = '', parent = ''] = /^\d+ \((.*)\) (\S) (\d+)/.exec(stat) ?? [];
      const isDead = state === '' || state === 'Z';
      return { pid: Number(pid), parent: Number(parent), name, isDead };
    }),
  );
  return found;
}
