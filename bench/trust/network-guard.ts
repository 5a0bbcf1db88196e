import dgram from 'node:dgram';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import dns from 'node:dns';
import net from 'node:net';

export interface NetworkGuard {
  /** Whatever tried to get out since, such as `socket 127.0.0.1:4711` or `look-up models.example`. */
  readonly seen: readonly string[];
  /** Takes the guard away again. */
  end(): void;
}

/**
 * Watches every way out of a Node process: sockets as they connect (TCP, TLS and local ones), HTTP requests
 * of `fetch`, look-ups of names and datagrams. It only looks; what is asked for happens.
 */
export function guardNetwork(): NetworkGuard {
  const seen: string[] = [];
  const undo: (() => void)[] = [];

  const { connect } = net.Socket.prototype;
  const watched = function (this: net.Socket, ...given: unknown[]): net.Socket {
    seen.push(`socket ${targetOf(given)}`);
    return Reflect.apply(connect, this, given);
  };
  net.Socket.prototype.connect = watched;
  undo.push(() => {
    net.Socket.prototype.connect = connect;
  });

  const { send } = dgram.Socket.prototype;
  dgram.Socket.prototype.send = function (this: dgram.Socket, ...given: unknown[]) {
    seen.push('datagram');
    return Reflect.apply(send, this, given);
  };
  undo.push(() => {
    dgram.Socket.prototype.send = send;
  });

  const { lookup } = dns;
  const watchedLookup = (...given: unknown[]): unknown => {
    // An address is no name: nobody is asked about it.
    if (net.isIP(String(given[0])) === 0) seen.push(`look-up ${String(given[0])}`);
    return Reflect.apply(lookup, dns, given);
  };
  Object.assign(dns, { lookup: watchedLookup });
  undo.push(() => void Object.assign(dns, { lookup }));

  const onRequest = (message: unknown): void => {
    const request: unknown = Reflect.get(Object(message), 'request');
    seen.push(`request ${String(Reflect.get(Object(request), 'origin'))}`);
  };
  subscribe('undici:request:create', onRequest);
  undo.push(() => void unsubscribe('undici:request:create', onRequest));

  return { seen, end: () => undo.forEach((step) => void step()) };
}

/** Node calls it with options, with a port and a host, or with all of that in an array. */
function targetOf(given: readonly unknown[]): string {
  const [first, second] = given.flat();
  if (typeof first !== 'object' || first === null) return `${String(second)}:${String(first)}`;
  const { host, port, path } = first as { host?: string; port?: number; path?: string };
  return path ?? `${host}:${port}`;
}
