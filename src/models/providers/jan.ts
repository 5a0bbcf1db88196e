import type { Provider } from './provider.ts';

export const jan: Provider = {
  id: 'jan',
  name: 'Jan',
  baseUrl: 'http://localhost:1337/v1',
  hosts: ['localhost:1337'],
};
