import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

interface Wanted {
  readonly name: string;
  /** Environment variable that names the program to use. */
  readonly variable: string;
  /** Programs to look for on the PATH, the best first. */
  readonly programs: readonly string[];
  /** Where macOS and Windows keep it. */
  readonly places: readonly string[];
  /** Package of Debian and its relatives. */
  readonly package: string;
  readonly advice: string;
}

const windows = (path: string): string[] =>
  [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, path));

const mac = (path: string): string[] => [
  join('/Applications', path),
  join(homedir(), 'Applications', path),
];

// Google's own Chrome is missing on purpose: since version 137 it ignores --load-extension.
const chromium: Wanted = {
  name: 'Chromium',
  variable: 'PENCHANT_CHROMIUM',
  programs: ['chromium', 'chromium-browser', 'brave-browser', 'brave', 'microsoft-edge'],
  places: [
    ...mac('Chromium.app/Contents/MacOS/Chromium'),
    ...mac('Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
    ...mac('Brave Browser.app/Contents/MacOS/Brave Browser'),
    ...mac('Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ...windows('Chromium/Application/chrome.exe'),
    ...windows('BraveSoftware/Brave-Browser/Application/brave.exe'),
    ...windows('Microsoft/Edge/Application/msedge.exe'),
  ],
  package: 'chromium',
  advice:
    'Install Chromium, Chrome for Testing, Brave or Edge (Google Chrome itself no longer loads an unpacked extension from the command line)',
};

const firefox: Wanted = {
  name: 'Firefox',
  variable: 'PENCHANT_FIREFOX',
  programs: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  places: [
    ...mac('Firefox.app/Contents/MacOS/firefox'),
    ...mac('Firefox Developer Edition.app/Contents/MacOS/firefox'),
    ...windows('Mozilla Firefox/firefox.exe'),
  ],
  package: 'firefox-esr',
  advice: 'Install Firefox 140 or newer',
};

/**
 * Path of a browser of Chromium's family that loads unpacked extensions. On Debian as root it is
 * installed when missing; otherwise rejects with a sentence that says what to do.
 */
export const findChromium = (): Promise<string> => find(chromium);

/** Path of a Firefox; the same promises as `findChromium`. */
export const findFirefox = (): Promise<string> => find(firefox);

async function find(wanted: Wanted): Promise<string> {
  const chosen = process.env[wanted.variable];
  if (chosen) {
    if (await runs(chosen)) return chosen;
    throw new Error(`${wanted.variable} is ${chosen}, and there is no program of that name.`);
  }
  const found = await installed(wanted);
  if (found) return found;
  if (await canInstall()) {
    await install(wanted);
    const fresh = await installed(wanted);
    if (fresh) return fresh;
  }
  throw new Error(
    `No ${wanted.name} was found. ${wanted.advice}, or set ${wanted.variable} to the path of one.`,
  );
}

async function installed({ programs, places }: Wanted): Promise<string | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  for (const path of [...onPath, ...places]) if (await runs(path)) return path;
  return null;
}

async function runs(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not ours to run: either way the next place is tried.
  }
}

const canInstall = async (): Promise<boolean> =>
  process.getuid?.() === 0 && (await runs('/usr/bin/apt-get'));

let listsAreFresh = false;

async function install(wanted: Wanted): Promise<void> {
  console.log(`No ${wanted.name} was found: installing the package ${wanted.package} (apt-get) …`);
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  if (!listsAreFresh) await run('apt-get', ['update', '-qq']);
  listsAreFresh = true;
  await run('apt-get', ['install', '-y', '-qq', wanted.package]);
}
