import type { Provider } from './provider.ts';

/** `llama-server`: makes a grammar of a schema. Answers 503 while it loads the model. */
export const llamaCpp: Provider = {
  id: 'llama-cpp',
  name: 'llama.cpp',
  baseUrl: 'http://localhost:8080/v1',
  hosts: ['localhost:8080'],
};
