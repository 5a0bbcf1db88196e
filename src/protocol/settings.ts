import { z } from './zod.ts';

/** Whether a host name means this machine; what goes there does not leave it. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** What is wrong with an address; `null` where a key and mail may travel there. */
export type EndpointProblem = 'no-address' | 'private-network' | 'not-safe';

/**
 * `https` anywhere, plain `http` on this machine only: in a house or an office network others can read
 * along. A name or password in the address would stand in logs.
 */
export function endpointProblem(address: string): EndpointProblem | null {
  if (!URL.canParse(address)) return 'no-address';
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'no-address';
  if (protocol === 'https:') return null;
  if (protocol !== 'http:') return 'no-address';
  // Our content security policy cannot name `[::1]`, so the browser would refuse it without a word.
  if (isLoopback(hostname)) return hostname === '[::1]' ? 'not-safe' : null;
  return isPrivate(hostname) ? 'private-network' : 'not-safe';
}

/** An address that only a network of one's own knows. */
function isPrivate(hostname: string): boolean {
  return (
    /^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      hostname,
    ) ||
    /^\[f[cde]/.test(hostname) ||
    /(?:^[^.]+|\.(?:local|lan|home|internal|home\.arpa|box))$/.test(hostname)
  );
}

/** Whether a key may travel there: `https`, or plain `http` on this machine. */
export const isEndpoint = (address: string): boolean => endpointProblem(address) === null;

/** Whether identifiers are hidden from a server: as the user said, and unsaid where it is not this machine. */
export function hidesIdentifiers(writer: {
  readonly baseUrl: string;
  readonly masking: 'auto' | 'on' | 'off';
}): boolean {
  const isRemote = !isLoopback(new URL(writer.baseUrl).hostname);
  return writer.masking === 'auto' ? isRemote : writer.masking === 'on';
}

/** An address that a key and mail may travel to. */
export const endpointSchema = z.string().max(500).refine(isEndpoint, {
  message: 'Use an https address, or http for a server on this machine.',
});

const price = z.number().min(0).max(10_000);

/** Everything the user can choose, but for the key, which has a record of its own. */
export const settingsSchema = z.strictObject({
  writer: z.strictObject({
    /** `on-device`: the model that the browser brings along; `local`: one that runs inside the extension. */
    kind: z.enum(['builtin', 'openai', 'on-device', 'local']),
    /** Of an OpenAI-compatible server, up to and with its `/v1`. */
    baseUrl: endpointSchema,
    model: z.string().max(200),
    /** How long the server may be silent before a draft is given up. */
    timeoutSeconds: z.number().int().min(5).max(600),
    /** Whether addresses, numbers, links and secrets are hidden from the server; `auto` by where it is. */
    masking: z.enum(['auto', 'on', 'off']).default('auto'),
    /** What the server charges, in US dollars for a million tokens; `null` where nobody said. */
    prices: z.strictObject({ input: price, output: price }).nullable().default(null),
    /** US dollars that drafts and learning may cost in a month; `null`: no limit. */
    monthlyCap: z.number().positive().max(100_000).nullable().default(null),
    /** Which of `generators.json` runs inside the extension. */
    generator: z.string().max(60).default('qwen2.5-0.5b'),
    /** How much preferences count there, 1 for as much as the prompt alone makes them. */
    strength: z.number().min(0).max(2).default(1),
  }),
  encoder: z.enum(['lexical', 'minilm']),
  method: z.strictObject({
    kind: z.enum(['penchant', 'cipher-5', 'cipher-1']),
    threshold: z.number().int().min(0).max(1000),
  }),
  /** Off: drafts are written with what is known, and nothing new is learned. */
  learning: z.boolean(),
  /** Whether one draft in ten is written without preferences, to see what they save. */
  comparing: z.boolean().default(false),
  /** Addresses, in lower case; nothing is learned from mails to them. */
  notFrom: z.array(z.string().max(1_000)).max(2_000).default([]),
  /** Origins such as `https://mail.example.com` on which the user switched us on. */
  sites: z.array(z.string().max(300)).max(200),
  /** The name that the built-in writer signs with; may be empty. */
  name: z.string().max(100),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  writer: {
    kind: 'builtin',
    baseUrl: 'https://api.openai.com/v1',
    model: '',
    timeoutSeconds: 60,
    masking: 'auto',
    prices: null,
    monthlyCap: null,
    generator: 'qwen2.5-0.5b',
    strength: 1,
  },
  encoder: 'lexical',
  method: { kind: 'penchant', threshold: 0 },
  learning: true,
  comparing: false,
  notFrom: [],
  sites: [],
  name: '',
};
