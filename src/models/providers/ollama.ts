import type { Provider } from './provider.ts';

/** Refuses (403) what comes from an extension, see `openai.ts`; it takes a schema since 0.5. */
export const ollama: Provider = {
  id: 'ollama',
  name: 'Ollama',
  baseUrl: 'http://localhost:11434/v1',
  hosts: ['localhost:11434'],
  olderList: '/api/tags',
};
