import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** `php-cgi` satisfies Roundcube's need of a web server interface, so that no Apache is installed. */
const packages = [
  'roundcube-core',
  'roundcube-sqlite3',
  'php-cgi',
  'php-cli',
  'php-sqlite3',
  'php-mbstring',
  'php-xml',
  'php-intl',
  'dovecot-imapd',
];

const dontStart = '/usr/sbin/policy-rc.d';

/** Why this machine cannot run the mail server; empty where it can. */
export function reasonNotToRun(): string {
  if (!existsSync('/etc/debian_version')) return 'needs Debian, for its roundcube package';
  if (!readFileSync('/etc/debian_version', 'utf8').startsWith('12')) {
    return 'needs Debian 12, for Roundcube 1.6 and Dovecot 2.3';
  }
  if (process.getuid?.() !== 0) return 'needs root, to install packages and to run Dovecot';
  return '';
}

const installed = (): boolean =>
  existsSync('/usr/sbin/dovecot') && existsSync('/var/lib/roundcube/index.php');

/** Installs what is missing; none of its services is started and nothing of them is configured. */
export function ensurePackages(): void {
  if (installed()) return;
  console.log('Installing Roundcube, PHP and Dovecot with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): void => {
    execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const ours = !existsSync(dontStart);
  if (ours) writeFileSync(dontStart, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    execFileSync('debconf-set-selections', {
      env,
      input: 'roundcube-core roundcube/dbconfig-install boolean false\n',
    });
    apt('update', '-q');
    apt('install', '-y', '-q', '--no-install-recommends', ...packages);
  } finally {
    if (ours) rmSync(dontStart, { force: true });
  }
}
