import type { Provider } from './provider.ts';

/** Only some of its models take a schema; it refuses the others by a 400. */
export const groq: Provider = {
  id: 'groq',
  name: 'Groq',
  baseUrl: 'https://api.groq.com/openai/v1',
  hosts: ['api.groq.com'],
  keyPage: 'https://console.groq.com/keys',
};
