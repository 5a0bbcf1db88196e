import type { Provider } from './provider.ts';

export const vllm: Provider = {
  id: 'vllm',
  name: 'vLLM',
  baseUrl: 'http://localhost:8000/v1',
  hosts: ['localhost:8000'],
};
