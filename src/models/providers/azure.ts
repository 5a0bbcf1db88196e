import type { Provider } from './provider.ts';

/** The last dated version; the address may name another. */
const version = '2024-10-21';

/**
 * Azure takes its key in a header of its own. An address that ends in `/openai/v1` works as OpenAI's does,
 * with the deployment for a model; one that ends in `/openai` or names a deployment wants a dated version:
 * https://learn.microsoft.com/azure/foundry/openai/api-version-lifecycle
 */
export const azure: Provider = {
  id: 'azure',
  name: 'Azure OpenAI',
  baseUrl: 'https://YOUR-RESOURCE.openai.azure.com/openai/v1',
  hosts: ['*.openai.azure.com', '*.services.ai.azure.com', '*.cognitiveservices.azure.com'],
  keyPage: 'https://portal.azure.com',
  keyHeader: 'api-key',
  route(baseUrl, path, model) {
    const url = new URL(baseUrl);
    const base = url.pathname.replace(/\/+$/, '');
    if (base.endsWith('/v1')) {
      url.pathname = `${base}/${path}`;
      return url;
    }
    const resource = base.replace(/\/deployments\/[^/]+$/, '');
    const deployment =
      base === resource ? `${resource}/deployments/${encodeURIComponent(model)}` : base;
    url.pathname = path === 'models' ? `${resource}/models` : `${deployment}/${path}`;
    if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', version);
    return url;
  },
};
