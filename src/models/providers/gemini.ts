import type { Provider } from './provider.ts';

/** Gemini's compatibility layer: https://ai.google.dev/gemini-api/docs/openai */
export const gemini: Provider = {
  id: 'gemini',
  name: 'Google Gemini',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
  hosts: ['generativelanguage.googleapis.com'],
  keyPage: 'https://aistudio.google.com/apikey',
};
