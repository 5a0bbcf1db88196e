import { z } from './zod.ts';

/** Whether a key may travel there: `https`, or plain `http` on this machine. */
export function isEndpoint(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const loopback = ['localhost', '127.0.0.1'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && loopback);
}

const endpointSchema = z.string().max(500).refine(isEndpoint, {
  message: 'Use an https address, or http for a server on this machine.',
});

/** Everything the user can choose, but for the key, which has a record of its own. */
export const settingsSchema = z.strictObject({
  writer: z.strictObject({
    kind: z.enum(['builtin', 'openai']),
    /** Of an OpenAI-compatible server, up to and with its `/v1`. */
    baseUrl: endpointSchema,
    model: z.string().max(200),
    /** How long the server may be silent before a draft is given up. */
    timeoutSeconds: z.number().int().min(5).max(600),
  }),
  encoder: z.enum(['lexical', 'minilm']),
  method: z.strictObject({
    kind: z.enum(['penchant', 'cipher-5', 'cipher-1']),
    threshold: z.number().int().min(0).max(1000),
  }),
  /** Off: drafts are written with what is known, and nothing new is learned. */
  learning: z.boolean(),
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
  },
  encoder: 'lexical',
  method: { kind: 'penchant', threshold: 0 },
  learning: true,
  sites: [],
  name: '',
};
