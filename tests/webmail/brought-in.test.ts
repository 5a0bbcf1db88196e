// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { watchBroughtIn } from '../../src/webmail/brought-in.ts';
import type { Compose } from '../../src/webmail/types.ts';
import { fakeCompose } from '../content/fake-compose.ts';

beforeEach(() => document.body.replaceChildren());

const kinds = ['a text field', 'a rich editor'] as const;

describe.each(kinds)('in %s', (kind) => {
  function begin(text: string) {
    const { compose: box } = fakeCompose();
    const element = document.createElement(kind === 'a text field' ? 'textarea' : 'div');
    box.root.replaceChildren(element);
    let stands = text;
    const compose: Compose = {
      ...box,
      editor: () => ({
        element,
        document,
        family: kind === 'a text field' ? 'textarea' : 'exec',
        block: 'div',
      }),
      read: () => ({ text: stands, quote: '', signature: '' }),
    };
    const texts = new Set<string>();
    const watching = new AbortController();
    watchBroughtIn(compose, watching.signal, texts);
    const tell = (type: string, held: object, isTrusted = true) => {
      const event = new Event(type, { bubbles: true });
      for (const [name, value] of Object.entries({ ...held, isTrusted })) {
        Object.defineProperty(event, name, { value });
      }
      element.dispatchEvent(event);
    };
    const carrying = (said: string) => ({
      getData: (as: string) => (as === 'text/plain' ? said : ''),
    });
    return {
      texts: () => [...texts],
      watching,
      paste(said: string, isTrusted = true) {
        tell('paste', { clipboardData: carrying(said) }, isTrusted);
        stands += said;
        tell('beforeinput', { inputType: 'insertFromPaste', data: said }, isTrusted);
      },
      drop: (said: string) => tell('drop', { dataTransfer: carrying(said) }),
      input: (inputType: string, held: object) => tell('beforeinput', { inputType, ...held }),
      cut(said: string) {
        tell('cut', { clipboardData: carrying('') });
        stands = stands.replace(said, '');
      },
      carrying,
    };
  }

  test('what is pasted and dropped is known, once', () => {
    const { texts, paste, drop } = begin('Hi Ana,');
    paste('Buy now!');
    paste('Buy now!');
    drop('Or later.');
    expect(texts()).toEqual(['Buy now!', 'Or later.']);
  });

  test('so is what an editor is told of only as an input', () => {
    const { texts, input, carrying } = begin('Hi Ana,');
    input('insertFromPaste', { data: null, dataTransfer: carrying('Buy now!') });
    input('insertFromYank', { data: 'Or later.' });
    expect(texts()).toEqual(['Buy now!', 'Or later.']);
  });

  test('typing is not, nor an event that a script made', () => {
    const { texts, input, paste } = begin('Hi Ana,');
    input('insertText', { data: 'Buy now!' });
    paste('Buy now!', false);
    expect(texts()).toEqual([]);
  });

  test('what the user only moved is theirs', () => {
    const { texts, paste, cut, drop } = begin('Hi Ana, see you  there.');
    drop('see you there.');
    cut('see you  there.');
    paste('see you there.');
    expect(texts()).toEqual([]);
  });

  test('what was pasted before stays so, wherever it is moved', () => {
    const { texts, paste, cut } = begin('Hi Ana,');
    paste('Buy now!');
    cut('Buy now!');
    paste('Buy now!');
    expect(texts()).toEqual(['Buy now!']);
  });

  test('nothing is heard after the end', () => {
    const { texts, paste, watching } = begin('Hi Ana,');
    watching.abort();
    paste('Buy now!');
    expect(texts()).toEqual([]);
  });
});
