import type { Provider } from './provider.ts';

/** Counts tokens in the last event unasked, and refuses (422) fields it does not know. */
export const mistral: Provider = {
  id: 'mistral',
  name: 'Mistral',
  baseUrl: 'https://api.mistral.ai/v1',
  hosts: ['api.mistral.ai'],
  keyPage: 'https://console.mistral.ai/api-keys',
  without: ['stream_options'],
};
