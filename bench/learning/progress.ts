import { SingleBar } from 'cli-progress';

/** Shows how far a long piece of work is. */
export interface Progress {
  advance(steps: number): void;
  stop(): void;
}

const tenths = 10;

/**
 * Progress on stderr, so that stdout is for figures alone: a bar with the remaining time on a
 * terminal, else a line every tenth of the work.
 */
export function showProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? bar(total, stream) : lines(total, (line) => stream.write(`${line}\n`));
}

function bar(total: number, stream: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({
    stream,
    format: '{bar} {percentage} % | {value} of {total} rounds | {eta_formatted} left',
    // Rounds come in bursts: a longer look back keeps the remaining time from jumping.
    etaBuffer: 500,
    hideCursor: true,
  });
  shown.start(total, 0);
  return { advance: (steps) => shown.increment(steps), stop: () => shown.stop() };
}

/** Progress as lines of text, one for every tenth of `total` that is reached. */
export function lines(total: number, write: (line: string) => void): Progress {
  let done = 0;
  let told = 0;
  return {
    advance(steps) {
      done += steps;
      const reached = Math.floor((done * tenths) / total);
      if (reached <= told) return;
      told = reached;
      write(`${(reached * 100) / tenths} % (${done} of ${total} rounds)`);
    },
    stop: () => {},
  };
}
