// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { WelcomePage } from '../../src/ui/welcome/welcome-page.tsx';
import { adapterFor } from '../../src/webmail/adapters/index.ts';
import { newWorld, tellPage, world } from './fake-extension.ts';
import { all, click, hide, one, settle, show, text, type } from './page-test.ts';
import { samplePreference } from './sample-preferences.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const open = () => show(<WelcomePage book={createSettingsBook()} />);

beforeEach(newWorld);
afterEach(hide);

test('nothing is asked for before the user asks', async () => {
  await open();
  expect(world.log.filter((line) => /permission|enable|write/.test(line))).toEqual([]);
  expect(text()).toContain('Alt+Shift+D');
});

test('each webmail asks for itself only', async () => {
  await open();
  await click('Switch on: mail.google.com');
  expect(world.granted).toEqual(new Set(['https://mail.google.com/*']));
  expect(world.settings.sites).toEqual(['https://mail.google.com']);
});

test('a webmail of one’s own appears in the list', async () => {
  await open();
  await type('Add a webmail by its address', 'https://post.example.net/mail/');
  await click('Add');
  expect(one('button', 'Remove post.example.net')).toBeTruthy();
});

describe('the practice mailbox', () => {
  const answerFirst = async () => {
    await open();
    await act(() => document.querySelector<HTMLElement>('.practice-list button')?.click());
    await settle();
    await click('Reply');
    return one<HTMLTextAreaElement>('textarea', 'Message');
  };

  test('has the marks by which our own eyes know it', async () => {
    const field = await answerFirst();
    document.body.dataset['practiceMailbox'] = '';
    const compose = adapterFor(location, document).find(field);
    delete document.body.dataset['practiceMailbox'];
    expect(compose?.adapter).toBe('practice');
    expect(compose?.recipients()).toEqual([{ address: 'alex@acme.example', name: 'Alex Kim' }]);
    expect(compose?.incoming()?.text).toContain('push the Friday stand-up');
    field.value = `Hi Alex,${field.value}`;
    expect(compose?.read()?.text).toBe('Hi Alex,');
  });

  test('keeps what is typed while the page draws itself anew', async () => {
    const field = await answerFirst();
    expect(document.activeElement).toBe(field);
    field.value = 'Mine';
    world.preferences = [samplePreference({ id: 'p1', description: 'Writes no greeting' })];
    tellPage({ to: 'tab', type: 'learned', lessons: [{ id: 'p1' }] });
    await settle();
    expect(text()).toContain('Writes no greeting');
    expect(one<HTMLTextAreaElement>('textarea', 'Message').value).toBe('Mine');
  });

  test('shows of what was learned only what still holds', async () => {
    await answerFirst();
    world.preferences = [
      samplePreference({ id: 'p1', description: 'Greets with “Hey”', status: 'superseded' }),
      samplePreference({ id: 'p2', description: 'Greets with “Hi”' }),
    ];
    tellPage({ to: 'tab', type: 'learned', lessons: [{ id: 'p1' }, { id: 'p2' }] });
    await settle();
    expect(text()).toContain('Greets with “Hi”');
    expect(text()).not.toContain('Greets with “Hey”');
  });

  test('says that it was sent, leads on to the next mail, and the focus with it', async () => {
    await answerFirst();
    await click('Send');
    expect(text()).toContain('Sent, as far as practising goes.');
    expect(text()).toContain('Now answer the mail about the report');
    expect(all('textarea', 'Message')).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Reply');
    await click('Reply');
    await click('Discard');
    expect(text()).toContain('Nothing is learned from it.');
  });
});
