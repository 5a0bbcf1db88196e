import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What `npm start`, `npm test` and the others go through, so that each of them works in a fresh
 * clone. Plain JavaScript without dependencies, because it runs before anything is installed.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = join(root, 'package-lock.json');
/** Remembers which package-lock.json the installed packages belong to. */
const stamp = join(root, 'node_modules', '.penchant-lock');

/**
 * Runs a TypeScript script of this repository, after installing the packages when they are missing or
 * no longer those of package-lock.json. Ends this process with the script's exit code.
 *
 * @param {string} script path from the repository's root
 * @param {readonly string[]} args
 */
export async function enter(script, args) {
  const tooOld = nodeComplaint(process.versions.node);
  if (tooOld) {
    console.error(tooOld);
    process.exit(1);
  }
  if (!isInstalled()) {
    await install();
    writeFileSync(stamp, lockHash());
  }
  process.exit(await run(process.execPath, ['--import', 'tsx', join(root, script), ...args]));
}

async function install() {
  console.log('Installing the packages of package-lock.json (npm ci) …');
  if ((await run(...npm(['ci', '--silent']))) === 0) return;
  // npm ci wants every optional package of every platform in the lock file, and npm leaves out those
  // that it cannot get where the file is made. npm install takes the same versions without that.
  console.log('npm ci refused. Trying npm install, which takes the same versions …');
  const code = await run(...npm(['install', '--no-save', '--no-fund', '--no-audit']));
  if (code === 0) return;
  console.error('The packages could not be installed; the lines above say why.');
  process.exit(code);
}

/**
 * What to tell somebody whose Node is too old; `null` for 20.19 and newer.
 *
 * @param {string} version such as `20.19.0`
 * @returns {string | null}
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `This needs Node 20.19 or newer, and you have ${version}. Install a newer one from https://nodejs.org and try again.`;
}

const lockHash = () => createHash('sha256').update(readFileSync(lock)).digest('hex');

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();

/**
 * The npm that started us, or else the one on the PATH, which on Windows is a batch file.
 *
 * @param {readonly string[]} args
 * @returns {[string, string[], boolean]}
 */
function npm(args) {
  const path = process.env['npm_execpath'];
  if (path?.endsWith('.js')) return [process.execPath, [path, ...args], false];
  return ['npm', [...args], process.platform === 'win32'];
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} [shell]
 * @returns {Promise<number>} its exit code
 */
function run(command, args, shell = false) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell });
    // Ctrl+C reaches the child by itself; we only stay until it has cleaned up.
    const wait = () => {};
    const stop = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', stop);
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', stop);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
