import type { Provider } from './provider.ts';

/** Claude's compatibility layer, which ignores `response_format`: https://docs.claude.com/en/api/openai-sdk */
export const anthropic: Provider = {
  id: 'anthropic',
  name: 'Anthropic Claude',
  baseUrl: 'https://api.anthropic.com/v1',
  hosts: ['api.anthropic.com'],
  keyPage: 'https://console.anthropic.com/settings/keys',
  // Without the first it answers 401 to whatever comes from a browser; its list of models wants the second.
  headers: {
    'anthropic-dangerous-direct-browser-access': 'true',
    'anthropic-version': '2023-06-01',
  },
  // Only chats are a part of the layer; the list of models is Anthropic's own.
  listKeyHeader: 'x-api-key',
  format: 'prompt',
};
