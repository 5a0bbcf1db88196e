import type { Provider } from './provider.ts';

/** Passes requests on to others, so what a model takes differs from model to model. */
export const openrouter: Provider = {
  id: 'openrouter',
  name: 'OpenRouter',
  baseUrl: 'https://openrouter.ai/api/v1',
  hosts: ['openrouter.ai'],
  keyPage: 'https://openrouter.ai/settings/keys',
  // Counts tokens without being asked: https://openrouter.ai/docs/use-cases/usage-accounting
  without: ['stream_options'],
};
