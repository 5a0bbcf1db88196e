import { anthropic } from './anthropic.ts';
import { azure } from './azure.ts';
import { gemini } from './gemini.ts';
import { groq } from './groq.ts';
import { jan } from './jan.ts';
import { llamaCpp } from './llama-cpp.ts';
import { lmStudio } from './lm-studio.ts';
import { mistral } from './mistral.ts';
import { ollama } from './ollama.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import type { Provider } from './provider.ts';
import { vllm } from './vllm.ts';

/** The servers we know by name, those on one's own machine first. */
export const providers: readonly Provider[] = [
  ollama,
  lmStudio,
  llamaCpp,
  vllm,
  jan,
  openai,
  azure,
  anthropic,
  gemini,
  groq,
  mistral,
  openrouter,
];

/** Any other server: taken for one that can do everything until it says otherwise. */
const another: Omit<Provider, 'baseUrl'> = { id: 'other', name: '', hosts: [] };

/** Which of them an address belongs to, by its host; one with the id `other` where it is none of them. */
export function providerOf(baseUrl: string): Omit<Provider, 'baseUrl'> {
  const { host } = new URL(baseUrl);
  const name = host.replace(/^127\.0\.0\.1(?=:|$)/, 'localhost');
  const isIts = (known: string): boolean =>
    known.startsWith('*.') ? name.endsWith(known.slice(1)) : name === known;
  return providers.find(({ hosts }) => hosts.some(isIts)) ?? another;
}

/** Where `path` of the server at `baseUrl` is. What the address asks for after a `?` stays. */
export function addressOf(baseUrl: string, path: string, model: string): URL {
  const url = new URL(baseUrl);
  const { route } = providerOf(baseUrl);
  if (route) return route(url, path, model);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}
