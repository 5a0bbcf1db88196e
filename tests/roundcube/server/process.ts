import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A free port on loopback. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** A server program of ours that answers on `port`; its output goes to `log`. */
export async function startServer(
  program: string,
  args: readonly string[],
  options: { readonly port: number; readonly log: string; readonly env?: Record<string, string> },
): Promise<{ stop(): Promise<void> }> {
  const log = openSync(options.log, 'a');
  const child = spawn(program, args, {
    stdio: ['ignore', log, log],
    env: { ...process.env, ...options.env },
    // A group of its own: PHP's workers are children that must go with it.
    detached: true,
  });
  await answering(child, options.port, `${program} (see ${options.log})`);
  return {
    stop: async () => {
      if (child.exitCode !== null || child.pid === undefined) return;
      const gone = once(child, 'exit');
      process.kill(-child.pid, 'SIGTERM');
      await gone;
    },
  };
}

async function answering(child: ChildProcess, port: number, name: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    if (await accepts(port)) return;
    await wait(100);
  }
  throw new Error(`${name} did not open port ${port} within 15 s`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}
