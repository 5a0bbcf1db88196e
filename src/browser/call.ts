import { Fault } from '../learning/fault.ts';
import type { Envelope, MessageName, Reply, Request, Response } from '../protocol/messages.ts';
import { browser } from './extension.ts';

/**
 * Asks the background. Rejects with the `Fault` it answers; with `reload-needed` where the extension
 * was updated or removed under this page. The answer is trusted: only our background can give it.
 */
export async function call<Name extends MessageName>(
  name: Name,
  request: Request<Name>,
): Promise<Response<Name>> {
  const envelope: Envelope = { to: 'background', name, request };
  let reply: Reply | undefined;
  try {
    reply = await browser.runtime.sendMessage<Envelope, Reply>(envelope);
  } catch (thrown) {
    throw new Fault('reload-needed', '', { cause: thrown });
  }
  if (!reply) throw new Fault('reload-needed');
  if (!reply.ok) {
    const { code, detail, retryAfter } = reply.fault;
    throw new Fault(code, detail, retryAfter === undefined ? {} : { retryAfter });
  }
  return reply.value as Response<Name>;
}
