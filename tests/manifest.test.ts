import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

test('it asks at install for these permissions and for no site', () => {
  expect(manifest.permissions.toSorted()).toEqual([
    'activeTab',
    'alarms',
    'contextMenus',
    'declarativeNetRequestWithHostAccess',
    'offscreen',
    'scripting',
    'storage',
    'unlimitedStorage',
  ]);
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
});

test('no code from elsewhere and none made of text can run in its pages', () => {
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'/);
});

test('its icons are there', () => {
  for (const icon of Object.values(manifest.icons)) expect(existsSync(`public/${icon}`)).toBe(true);
});
