import type { Provider } from './provider.ts';

/** Takes a schema, or nothing: `json_object` is answered with a 400. */
export const lmStudio: Provider = {
  id: 'lm-studio',
  name: 'LM Studio',
  baseUrl: 'http://localhost:1234/v1',
  hosts: ['localhost:1234'],
};
