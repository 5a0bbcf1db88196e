// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { EncoderState } from '../../src/protocol/messages.ts';
import { settingsSchema } from '../../src/protocol/settings.ts';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { newWorld, world } from './fake-extension.ts';
import { all, click, hide, one, press, settle, show, text, type } from './page-test.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const open = (view = 'models') => {
  location.hash = view;
  return show(<OptionsPage book={createSettingsBook()} />);
};
const pick = async (name: string): Promise<void> => {
  const [first] = all<HTMLInputElement>('input', name);
  await act(() => first?.click());
  await settle();
};
const withServer = (): void => {
  world.settings = {
    ...world.settings,
    writer: { ...world.settings.writer, kind: 'openai', baseUrl: 'https://models.example/v1' },
  };
};

beforeEach(newWorld);
afterEach(() => {
  vi.useRealTimers();
  hide();
});

test('a choice is kept at once, and nothing else is touched', async () => {
  await open();
  // Switched on in the popup after this page was opened.
  world.settings = { ...world.settings, sites: ['https://mail.example.com'] };
  await pick('CIPHER-1');
  expect(world.settings.method.kind).toBe('cipher-1');
  expect(world.settings.sites).toEqual(['https://mail.example.com']);
  expect(text()).toContain('Saved');
});

test('two quick changes are both kept', async () => {
  await open();
  const name = one<HTMLInputElement>('input', 'How mails are signed');
  await type('How mails are signed', 'Sam Porter');
  await act(() => {
    name.dispatchEvent(new Event('blur'));
    one<HTMLInputElement>('input', 'Learn from my edits').click();
  });
  await settle();
  await settle();
  expect(world.settings).toMatchObject({ name: 'Sam Porter', learning: false });
});

test.each([
  'http://models.example/v1',
  'not an address',
  'ftp://models.example',
  'http://192.168.1.7/v1',
  '',
])('the address “%s” is told beside the field and not stored', async (address) => {
  withServer();
  await open();
  await type('Address of the server', address);
  await press('Enter');
  const field = one('input', 'Address of the server');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(text()).toContain('This one was not stored.');
  expect(world.log).not.toContain('settings.write');
});

test('an address on this machine is stored', async () => {
  withServer();
  await open();
  await type('Address of the server', ' http://localhost:11434/v1 ');
  await press('Enter');
  expect(world.settings.writer.baseUrl).toBe('http://localhost:11434/v1');
  expect(one('input', 'Address of the server').getAttribute('aria-invalid')).toBeNull();
});

test.each(['-1', '1001', '2.5', 'ten'])('a threshold of “%s” is refused', async (threshold) => {
  await open();
  await type('Ignore edits of up to this many words', threshold);
  await press('Enter');
  expect(text()).toContain('Enter a whole number from 0 to 1000.');
  expect(world.log).not.toContain('settings.write');
});

test('a key goes in once and is never shown again', async () => {
  withServer();
  await open();
  const canary = 'sk-canary-42';
  await type('Key for models.example', canary);
  await press('Enter');
  await act(() => one<HTMLInputElement>('input', 'Key for models.example').form?.requestSubmit());
  await settle();
  expect(world.key).toEqual({ host: 'models.example', key: canary });
  expect(world.log).toContain('permission: https://models.example/*');
  expect(one<HTMLInputElement>('input', 'Key for models.example').value).toBe('');
  expect(text()).toContain('A key for models.example is stored.');
  expect(document.documentElement.outerHTML).not.toContain(canary);
  await click('Remove the key for models.example');
  expect(world.key).toBeNull();
  expect(text()).toContain('No key is stored.');
});

test('an address in one’s own network is told why it needs https', async () => {
  withServer();
  await open();
  await type('Address of the server', 'http://192.168.1.7:11434/v1');
  await press('Enter');
  expect(text()).toContain('everybody in the network could read your mail and your key');
  expect(world.settings.writer.baseUrl).toBe('https://models.example/v1');
});

test('identifiers are hidden from a server elsewhere until the user says otherwise, for this server', async () => {
  const hide = (host: string) => `Hide addresses, numbers, links and secrets from ${host}`;
  withServer();
  await open();
  expect(one<HTMLInputElement>('input', hide('models.example')).checked).toBe(true);
  await pick(hide('models.example'));
  expect(world.settings.writer.masking).toBe('off');
  await type('Address of the server', 'http://localhost:11434/v1');
  await press('Enter');
  expect(world.settings.writer.masking).toBe('auto');
  expect(one<HTMLInputElement>('input', hide('localhost:11434')).checked).toBe(false);
});

test('a key of another server is said not to be used', async () => {
  withServer();
  world.key = { host: 'other.example', key: 'k' };
  await open();
  expect(text()).toContain('A key for other.example is stored.');
  expect(text()).toContain('It is not sent to models.example.');
});

test('the connection test asks for the host in the click and shows the answer', async () => {
  withServer();
  await open();
  expect(text()).toContain('Penchant may not talk to models.example yet.');
  world.log = [];
  await click('Test the connection');
  expect(world.log).toEqual(['permission: https://models.example/*', 'writer.test']);
  expect(text()).toContain('It works. models.example answered in 1.2 seconds:');
  expect(text()).toContain('The connection works.');
  expect(text()).not.toContain('may not talk');
});

test('a connection that fails is told in words, a refused one is not tried', async () => {
  withServer();
  world.answers['writer.test'] = () => {
    throw new Fault('wrong-key', 'models.example');
  };
  await open();
  await click('Test the connection');
  expect(text()).toContain('The server at models.example refused the key.');
  world.log = [];
  world.allows = false;
  await click('Test the connection');
  expect(world.log).not.toContain('writer.test');
  expect(text()).toContain('does not talk to models.example');
});

test('the download of the encoder is watched until it is over, and no longer', async () => {
  const state: EncoderState = {
    active: 'lexical',
    wanted: 'minilm',
    model: 'absent',
    loaded: 0,
    total: 0,
    fault: null,
  };
  let now = state;
  world.settings = { ...world.settings, encoder: 'minilm' };
  world.answers['encoder.read'] = () => ({ state: now });
  world.answers['encoder.fetch'] = () => {
    now = { ...state, model: 'loading', loaded: 6_000_000, total: 24_000_000 };
    return {};
  };
  await open();
  vi.useFakeTimers();
  await click('Download');
  const bar = document.querySelector('progress');
  expect([bar?.value, bar?.max]).toEqual([6_000_000, 24_000_000]);
  expect(text()).toContain('6 of 24 MB');
  now = { ...state, active: 'minilm@1', model: 'ready' };
  vi.advanceTimersByTime(600);
  await settle();
  expect(text()).toContain('MiniLM is in use.');
  world.log = [];
  vi.advanceTimersByTime(60_000);
  await settle();
  expect(world.log).toEqual([]);
});

test('a download that failed says why and can be tried again', async () => {
  world.settings = { ...world.settings, encoder: 'minilm' };
  world.answers['encoder.read'] = () => ({
    state: {
      active: 'lexical',
      wanted: 'minilm',
      model: 'failed',
      loaded: 0,
      total: 0,
      fault: { code: 'download-failed', detail: 'huggingface.co' },
    },
  });
  await open();
  expect(text()).toContain('could not be downloaded from huggingface.co');
  await click('Try again');
  expect(world.log).toContain('encoder.fetch');
});

test('a site is added by whatever of its address was typed', async () => {
  await open('privacy');
  await type('Add a webmail by its address', 'webmail.example.org/inbox?x=1');
  await click('Add');
  expect(world.settings.sites).toEqual(['https://webmail.example.org']);
  expect(world.granted).toEqual(new Set(['https://webmail.example.org/*']));
  await click('Remove webmail.example.org');
  expect(world.settings.sites).toEqual([]);
  expect(world.granted.size).toBe(0);
});

test('a site is allowed and removed together with the frames its mail is written in', async () => {
  await open('privacy');
  await type('Add a webmail by its address', 'www.icloud.com');
  await click('Add');
  expect(world.settings.sites).toEqual(['https://www.icloud.com']);
  expect(world.granted).toEqual(
    new Set(['https://www.icloud.com/*', 'https://www-mail.icloud-sandbox.com/*']),
  );
  await click('Remove www.icloud.com');
  expect(world.granted.size).toBe(0);
});

test('removing a site keeps the permission another one needs', async () => {
  world.settings = {
    ...world.settings,
    sites: ['https://mail.example.com', 'https://mail.example.com:8443'],
  };
  world.granted.add('https://mail.example.com/*');
  await open('privacy');
  await click('Remove mail.example.com:8443');
  expect(world.settings.sites).toEqual(['https://mail.example.com']);
  expect(world.granted.size).toBe(1);
});

test('what is no address asks the browser for nothing', async () => {
  await open('privacy');
  await type('Add a webmail by its address', 'https://*.example.com');
  await click('Add');
  expect(text()).toContain('This is no address of a website.');
  expect(world.log.filter((line) => line.startsWith('permission'))).toEqual([]);
});

test('settings that could not be read are told, and gone with the first save', async () => {
  let broken = true;
  world.answers['settings.read'] = () => ({
    settings: world.settings,
    keyHost: null,
    fault: broken ? { code: 'bad-settings', detail: '' } : null,
  });
  world.answers['settings.write'] = ({ settings }) => {
    broken = false;
    world.settings = settingsSchema.parse(settings);
    return {};
  };
  await open();
  expect(text()).toContain('The stored settings could not be read');
  await pick('CIPHER-5');
  expect(text()).not.toContain('The stored settings could not be read');
});

test('a save that fails is told, and the page shows what is stored', async () => {
  world.answers['settings.write'] = () => {
    throw new Fault('storage-full');
  };
  await open();
  await pick('CIPHER-5');
  expect(text()).toContain('The disk is full');
  expect(one<HTMLInputElement>('input', 'Penchant').checked).toBe(true);
});

test('choosing a server by name fills in its address, and what belonged to the last one is gone', async () => {
  withServer();
  world.settings = {
    ...world.settings,
    writer: { ...world.settings.writer, prices: { input: 1, output: 2 }, model: 'old' },
  };
  await open();
  const select = one<HTMLSelectElement>('select', 'Server');
  expect(select.selectedOptions[0]?.textContent).toBe('Another server');
  select.value = 'groq';
  await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
  expect(world.settings.writer).toMatchObject({
    baseUrl: 'https://api.groq.com/openai/v1',
    model: '',
    prices: null,
  });
  expect(one<HTMLSelectElement>('select', 'Server').value).toBe('groq');
  expect(one('a', 'console.groq.com').getAttribute('href')).toBe('https://console.groq.com/keys');
});

test('the server’s models are offered after a click, and a price comes with the choice', async () => {
  withServer();
  await open();
  expect(world.log).not.toContain('writer.models');
  world.log = [];
  await click('Show its models');
  expect(world.log).toEqual(['permission: https://models.example/*', 'writer.models']);
  const offered = [...document.querySelectorAll('datalist option')].map((option) =>
    option.getAttribute('value'),
  );
  expect(offered).toEqual(['large', 'small']);
  await type('Model', 'large');
  await press('Enter');
  expect(world.settings.writer).toMatchObject({
    model: 'large',
    prices: { input: 2.5, output: 10 },
  });
  expect(one<HTMLInputElement>('input', prices).value).toBe('2.5 / 10');
});

const prices = 'Prices for a million tokens, in US dollars';
const cap = 'At most this much a month, in US dollars';

test('prices and a limit are stored as typed, and told where they cannot be', async () => {
  withServer();
  await open();
  await type(cap, '5');
  await press('Enter');
  expect(world.settings.writer.monthlyCap).toBe(5);
  expect(text()).toContain('Enter the prices too');
  await type(prices, '0,25 / 2');
  await press('Enter');
  expect(world.settings.writer.prices).toEqual({ input: 0.25, output: 2 });
  for (const wrong of ['2', 'two / 3', '1 / 2 / 3', '-1 / 2']) {
    await type(prices, wrong);
    await press('Enter');
    expect(text()).toContain('Enter two amounts');
  }
  expect(world.settings.writer.prices).toEqual({ input: 0.25, output: 2 });
  await type(cap, '0');
  await press('Enter');
  expect(text()).toContain('Enter an amount above 0');
  await type(cap, '');
  await press('Enter');
  expect(world.settings.writer.monthlyCap).toBeNull();
});

test('what was spent this month stands there, and what a draft cost', async () => {
  withServer();
  world.answers['spending.read'] = () => ({
    spending: {
      month: '2026-11',
      drafts: 4,
      calls: 6,
      inputTokens: 9_000,
      outputTokens: 1_000,
      cost: 0.02,
      unpriced: 1,
    },
  });
  await open();
  expect(text()).toContain(
    'drafts 4, requests 6, tokens 10,000, about $0.02 in all; that is $0.005',
  );
  expect(text()).toContain('Requests without a known price: 1.');
});

test('a server on this machine asks for no prices', async () => {
  withServer();
  world.settings = {
    ...world.settings,
    writer: { ...world.settings.writer, baseUrl: 'http://localhost:11434/v1' },
  };
  await open();
  expect(one<HTMLSelectElement>('select', 'Server').value).toBe('ollama');
  expect(text()).toContain('This month nothing was asked of a model yet.');
  expect(all('input', prices)).toEqual([]);
});
