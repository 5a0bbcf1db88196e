import type { Provider } from './provider.ts';

export const openai: Provider = {
  id: 'openai',
  name: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
  hosts: ['api.openai.com'],
  keyPage: 'https://platform.openai.com/api-keys',
};
