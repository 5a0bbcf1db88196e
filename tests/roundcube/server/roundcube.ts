import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startServer } from './process.ts';

/** How Roundcube's compose box opens: a plain textarea or TinyMCE, the answer above or below the quote. */
export interface ComposeMode {
  readonly editor: 'plain' | 'html';
  readonly reply: 'above' | 'below';
}

/** Debian's Roundcube under PHP's own web server, with a configuration of ours and SQLite. */
export async function startRoundcube(
  folder: string,
  mode: ComposeMode,
  ports: { readonly imap: number; readonly smtp: number },
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  for (const name of ['conf', 'temp', 'logs']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'conf/config.inc.php'), configuration(folder, mode, ports));
  for (const name of ['defaults.inc.php', 'mimetypes.php']) {
    symlinkSync(`/etc/roundcube/${name}`, join(folder, 'conf', name));
  }
  const settings = [`session.save_path=${folder}/temp`, 'display_errors=0', 'log_errors=1'];
  const args = settings.flatMap((setting) => ['-d', setting]);
  const { stop } = await startServer(
    'php',
    [...args, '-S', `127.0.0.1:${port}`, '-t', '/var/lib/roundcube'],
    {
      port,
      log: join(folder, 'logs/php.log'),
      // One process: with several, one that loses the race for a connection waits for the next one, and
      // with it every request it has accepted already.
      env: { ROUNDCUBE_CONFIG_DIR: join(folder, 'conf') },
    },
  );
  return { url: `http://127.0.0.1:${port}/`, stop };
}

function configuration(
  folder: string,
  mode: ComposeMode,
  ports: { readonly imap: number; readonly smtp: number },
): string {
  return `<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///${folder}/roundcube.db?mode=0640';
$config['imap_host'] = '127.0.0.1:${ports.imap}';
$config['smtp_host'] = '127.0.0.1:${ports.smtp}';
$config['smtp_user'] = '';
$config['smtp_pass'] = '';
$config['des_key'] = 'a-key-of-24-bytes-length';
$config['temp_dir'] = '${folder}/temp';
$config['log_dir'] = '${folder}/logs';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['language'] = 'en_US';
$config['enable_spellcheck'] = false;
$config['reply_mode'] = ${mode.reply === 'above' ? 1 : 0};
$config['htmleditor'] = ${mode.editor === 'html' ? 1 : 0};
$config['draft_autosave'] = 0;
$config['sendmail_delay'] = 0;
$config['login_rate_limit'] = 0;
`;
}
