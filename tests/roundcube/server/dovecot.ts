import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startServer } from './process.ts';

export interface Account {
  readonly address: string;
  readonly password: string;
}

/** A Dovecot of our own on a free loopback port, with one Maildir an account under `folder`. */
export async function startDovecot(
  folder: string,
  accounts: readonly Account[],
): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  ensureUser();
  mkdirSync(join(folder, 'mail'), { recursive: true });
  execFileSync('chown', ['-R', 'vmail', join(folder, 'mail')]);
  execFileSync('chmod', ['755', folder]);
  const users = accounts.map(({ address, password }) => `${address}:{PLAIN}${password}::::::`);
  writeFileSync(join(folder, 'users'), `${users.join('\n')}\n`);
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, configuration(folder, port));
  const log = join(folder, 'dovecot.out');
  const { stop } = await startServer('dovecot', ['-F', '-c', file], { port, log });
  return { port, stop };
}

/** Dovecot does not deliver as root. */
function ensureUser(): void {
  try {
    execFileSync('getent', ['passwd', 'vmail'], { stdio: 'ignore' });
  } catch {
    // getent's way of saying that there is no such user.
    execFileSync('useradd', ['-r', '-s', '/usr/sbin/nologin', '-d', '/nonexistent', 'vmail']);
  }
}

function configuration(folder: string, port: number): string {
  return `
base_dir = ${folder}/run
log_path = ${folder}/dovecot.log
listen = 127.0.0.1
protocols = imap
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u/Maildir
mail_uid = vmail
mail_gid = vmail
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=vmail gid=vmail home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
`;
}
