import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { type ModelServer, startModelServer } from '../fixtures/model-server.ts';
import { complaintsIn, openPage, say, violationsIn } from './our-pages.ts';
import { type Practice, practiceInChromium } from './practice.ts';

const key = 'sk-the-right-key';
let practice: Practice<DrivenChromium>;
let server: ModelServer;
let complaints: readonly string[];
let page: Page;

beforeAll(async () => {
  server = await startModelServer({ key });
  practice = await practiceInChromium();
  complaints = complaintsIn(practice.browser);
  page = await openPage(practice.browser, 'options');
});
afterAll(async () => {
  await practice?.close();
  await server?.close();
});

const hostOf = ({ baseUrl }: ModelServer): string => new URL(baseUrl).host;
const field = (label: Parameters<typeof say>[0], ...more: string[]): Locator =>
  page.getByLabel(say(label, ...more), { exact: true });
const choice = (label: Parameters<typeof say>[0]): Locator =>
  page.getByRole('radio', { name: say(label), exact: true });
const section = (title: Parameters<typeof say>[0]): Locator =>
  page.getByRole('region', { name: say(title), exact: true });

/** Waits for the quiet "Saved" beside the heading of this section. */
const saved = (title: Parameters<typeof say>[0]): Promise<void> =>
  section(title)
    .getByRole('status')
    .filter({ hasText: say('options_saved') })
    .first()
    .waitFor();

async function enter(into: Locator, text: string): Promise<void> {
  await into.fill(text);
  await into.press('Enter');
}

async function saveKey(text: string): Promise<void> {
  await field('options_key', hostOf(server)).fill(text);
  await section('options_writer')
    .getByRole('button', { name: say('ui_save') })
    .click();
}

const testConnection = (): Promise<void> =>
  page.getByRole('button', { name: say('options_test') }).click();

/** Waits until this stands on the page. */
const isTold = (sentence: string): Promise<void> => page.getByText(sentence).waitFor();

describe('a language model on this machine', () => {
  beforeAll(async () => {
    await choice('options_writer_openai').check();
    await enter(field('options_base_url'), server.baseUrl);
    await enter(field('options_model'), 'test-model');
    await field('options_key', hostOf(server)).waitFor();
  });
  beforeEach(() => server.behave());

  test('a wrong key is told in words', async () => {
    await saveKey('sk-a-wrong-key');
    await isTold(say('options_key_stored', hostOf(server)));
    await testConnection();
    await isTold(say('fault_wrong_key', hostOf(server)));
    expect(await page.content()).not.toContain('sk-a-wrong-key');
  });

  test('the right key is stored, never shown, and the test says that it works', async () => {
    await saveKey(key);
    await expect.poll(() => field('options_key', hostOf(server)).inputValue()).toBe('');
    await testConnection();
    await page.getByText(/^It works\. .* answered in .* seconds?:$/).waitFor();
    await page.reload();
    await isTold(say('options_key_stored', hostOf(server)));
    await expect.poll(() => field('options_key', hostOf(server)).inputValue()).toBe('');
    expect(await page.content()).not.toContain(key);
    await expect.poll(() => field('options_base_url').inputValue()).toBe(server.baseUrl);
    await expect.poll(() => field('options_model').inputValue()).toBe('test-model');
  });

  test('a server that refuses extensions is told, and how Ollama is made to allow them', async () => {
    server.misbehave('403', Number.POSITIVE_INFINITY);
    await testConnection();
    await isTold(say('options_test_ollama'));
  });

  test('its models are shown after a click and can be chosen', async () => {
    await page.getByRole('button', { name: say('options_models') }).click();
    await isTold(say('options_models_found', '1'));
    expect(await page.locator('datalist option').getAttribute('value')).toBe('penchant-test');
    expect(await page.getByText(say('options_spent_nothing')).count()).toBe(0);
  });

  test('a server that is not there is told', async () => {
    const gone = await startModelServer();
    await gone.close();
    await enter(field('options_base_url'), gone.baseUrl);
    await isTold(say('options_key_other', hostOf(gone)));
    await testConnection();
    await isTold(say('fault_unreachable', hostOf(gone)));
    expect(await page.getByText(say('options_test_ollama')).count()).toBe(0);
  });

  test('an address that would carry the key in the open is refused beside the field', async () => {
    const before = await field('options_base_url').inputValue();
    await enter(field('options_base_url'), 'http://models.example.com/v1');
    await isTold(say('options_base_url_wrong'));
    expect(await field('options_base_url').getAttribute('aria-invalid')).toBe('true');
    await page.reload();
    await field('options_base_url').waitFor();
    await expect.poll(() => field('options_base_url').inputValue()).toBe(before);
  });
});

test('a server is chosen by name, and the cost of a service is asked for', async () => {
  await field('options_preset').selectOption('openrouter');
  await expect
    .poll(() => field('options_base_url').inputValue())
    .toBe('https://openrouter.ai/api/v1');
  await enter(field('options_prices'), '0.25 / 2');
  await enter(field('options_cap'), '5');
  await saved('options_writer');
  await page.reload();
  await expect.poll(() => field('options_prices').inputValue()).toBe('0.25 / 2');
  expect(await field('options_cap').inputValue()).toBe('5');
  expect(await field('options_preset').inputValue()).toBe('openrouter');
  expect(await violationsIn(page)).toEqual([]);
});

test('name, learning, method and encoder are as they were left', async () => {
  await enter(field('options_name_label'), 'Sam Porter');
  await saved('options_name');
  await page.getByRole('switch', { name: say('options_learning_on') }).click();
  await choice('options_method_cipher_5').check();
  await enter(field('options_threshold'), '3');
  await saved('options_learning');
  await choice('options_encoder_minilm').check();
  await isTold(say('options_encoder_absent'));
  await page.reload();
  await field('options_name_label').waitFor();
  await expect.poll(() => field('options_name_label').inputValue()).toBe('Sam Porter');
  expect(await page.getByRole('switch', { name: say('options_learning_on') }).isChecked()).toBe(
    false,
  );
  await expect.poll(() => choice('options_method_cipher_5').isChecked()).toBe(true);
  await expect.poll(() => field('options_threshold').inputValue()).toBe('3');
  await expect.poll(() => choice('options_encoder_minilm').isChecked()).toBe(true);
  await isTold(say('options_encoder_absent'));
});

test('the browser had nothing against the page', () => {
  expect(complaints).toEqual([]);
});
