import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** An SMTP server on loopback that keeps what it is given. */
export interface SmtpSink {
  readonly port: number;
  /** Resolves with the mail numbered `index` (from 0) once it has come. */
  mail(index: number): Promise<Email>;
  stop(): Promise<void>;
}

/** Accepts every sender and recipient; nothing is passed on. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: Email[] = [];
  const waiting = new Map<number, (mail: Email) => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', async () => {
        const mail = await PostalMime.parse(Buffer.concat(pieces));
        const index = mails.push(mail) - 1;
        waiting.get(index)?.(mail);
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    port: address.port,
    mail: (index) => {
      const mail = mails[index];
      return mail ? Promise.resolve(mail) : new Promise((come) => waiting.set(index, come));
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}
