import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { type Account, startDovecot } from './dovecot.ts';
import { ensurePackages } from './packages.ts';
import { type ComposeMode, startRoundcube } from './roundcube.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';

export interface Incoming {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
}

/** A whole mail provider on loopback: IMAP, SMTP and Roundcube. */
export interface MailServer {
  readonly url: string;
  readonly account: Account;
  readonly smtp: SmtpSink;
  /** Puts a message into the inbox over IMAP; answers its UID. */
  deliver(incoming: Incoming): Promise<number>;
  stop(): Promise<void>;
}

const account: Account = { address: 'sam@example.test', password: 'secret' };

/** Starts everything in a throw-away folder. */
export async function startMailServer(mode: ComposeMode): Promise<MailServer> {
  ensurePackages();
  const folder = mkdtempSync(join(tmpdir(), 'penchant-roundcube-'));
  const [dovecot, smtp] = await Promise.all([startDovecot(folder, [account]), startSmtpSink()]);
  const roundcube = await startRoundcube(folder, mode, { imap: dovecot.port, smtp: smtp.port });
  return {
    url: roundcube.url,
    account,
    smtp,
    deliver: (incoming) => append(dovecot.port, incoming),
    stop: async () => {
      await roundcube.stop();
      await Promise.all([dovecot.stop(), smtp.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function append(port: number, incoming: Incoming): Promise<number> {
  const raw = await new MailComposer({
    from: { name: incoming.fromName, address: incoming.fromAddress },
    to: account.address,
    subject: incoming.subject,
    text: incoming.text,
  })
    .compile()
    .build();
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: { user: account.address, pass: account.password },
    logger: false,
  });
  await client.connect();
  try {
    const appended = await client.append('INBOX', raw);
    if (!appended || appended.uid === undefined) throw new Error('IMAP did not take the message.');
    return appended.uid;
  } finally {
    await client.logout();
  }
}
