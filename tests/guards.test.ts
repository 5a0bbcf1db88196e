import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

/** One thing no code of ours does, and the few places that may, with the reason. */
interface Guard {
  readonly never: string;
  readonly pattern: RegExp;
  /** Breaks the rule: shows that the pattern finds what it is for. */
  readonly sample: string;
  readonly except?: Readonly<Record<string, string>>;
}

const guards: readonly Guard[] = [
  {
    never: 'makes elements of text',
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseFromString|srcdoc|dangerouslySetInnerHTML)\b|document\.write|['"]insertHTML['"]/,
    sample: 'box.innerHTML = text',
    except: {
      'src/webmail/techniques.ts':
        'the one way to keep the undo step of a rich editor; draftHtml escapes every character of the draft',
    },
  },
  {
    never: 'makes code of text',
    pattern:
      /\beval\s*\(|\bnew Function\b(?!`)|javascript:|set(?:Timeout|Interval)\(\s*['"`]|importScripts/,
    sample: 'new Function("return 1")',
  },
  {
    never: 'loads code from elsewhere',
    pattern:
      /import\s*\(\s*(?!['"]\.)|from\s+['"]https?:|<script[^>]+src=["'](?:https?:)?\/\/|createElement\(\s*['"]script/,
    sample: 'await import(url)',
  },
  {
    never: 'sends a message, or presses a button of the page',
    pattern:
      /\.click\(\)|\.requestSubmit\(|\.submit\(\)|new (?:Mouse|Pointer|Submit)Event\(|['"]Enter['"][\s\S]{0,200}new KeyboardEvent|new KeyboardEvent[\s\S]{0,200}['"]Enter['"]/,
    sample: "button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))",
  },
  {
    never: 'presses a key',
    pattern: /new KeyboardEvent\(/,
    sample: "new KeyboardEvent('keydown', { key: 's' })",
    except: {
      'src/webmail/mark-step.ts': 'a key without a name is let go: CKEditor 4 looks for a new step',
      'src/webmail/undo-step.ts': 'Ctrl+Z and its redo, in editors with a history of their own',
    },
  },
  {
    never: 'dispatches events in a page',
    pattern: /\bdispatchEvent\(/,
    sample: 'editor.dispatchEvent(event)',
    except: {
      'src/webmail/mark-step.ts': 'editors with a history of their own note a step at these events',
      'src/webmail/paste.ts':
        'a paste into the text field is how editors with a model take a draft',
      'src/webmail/undo-step.ts': 'Ctrl+Z and its redo, in editors with a history of their own',
    },
  },
  {
    never: 'changes recipients, or attaches files',
    pattern:
      /(?:recipient|address|attach)\w*(?:Field|Input)?\w*\.(?:value|files|textContent)\s*=[^=]|\.files\s*=[^=]|new DataTransferItem|setFileInputFiles|\.items\.add\(\s*new File/i,
    sample: 'recipientField.value = address',
  },
  {
    never: 'keeps anything where a page or a sync server could read it',
    pattern: /\blocalStorage\b|\bsessionStorage\b|document\.cookie|storage\.sync\b/,
    sample: 'localStorage.setItem("key", key)',
  },
  {
    never: 'listens to other extensions or to pages',
    pattern:
      /onMessageExternal|onConnectExternal|addEventListener\(\s*['"]message['"]|onmessage\s*=/,
    sample: "window.addEventListener('message', listen)",
    except: {
      'src/entrypoints/generator/index.ts': 'a worker hears only the page of ours that started it',
      'src/entrypoints/offscreen/open-generator.ts': 'that page hears that worker',
      'src/entrypoints/generator/next-turn.ts': 'both ends of the channel are its own',
    },
  },
];

const sources = globSync('src/**/*.{ts,tsx,html}').map((path) => path.replaceAll('\\', '/'));
/** Comments and sentences about code are no code. */
const code = new Map(
  sources.map((path) => [
    path,
    readFileSync(path, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '$1'),
  ]),
);

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(100);
});

describe.each(guards)('no code of ours $never', ({ pattern, sample, except = {} }) => {
  test('but where it is argued', () => {
    const found = sources.filter((path) => pattern.test(code.get(path) ?? ''));
    expect(found).toEqual(Object.keys(except).toSorted());
  });

  test('and it would be found', () => {
    expect(pattern.test(sample)).toBe(true);
  });
});

const pages = globSync('src/entrypoints/*/index.html');

test.each(pages)('%s has no script but its own and no address', (path) => {
  const page = readFileSync(path, 'utf8');
  const scripts = [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  for (const [, attributes, inside] of scripts) {
    // Of the page's own folder, or one that the build puts beside the page (`vite.config.ts`).
    expect(attributes).toMatch(/\bsrc="(?:\.\/[\w-]+\.tsx?|ask\.js)"/);
    expect(inside?.trim()).toBe('');
  }
  expect(page).not.toMatch(/https?:|\son\w+=|<base|<iframe/i);
});

/** Each permission, and what for: one more is a decision, not a habit. */
const permissions: Readonly<Record<string, string>> = {
  storage: 'the key that seals the database, and the second copy',
  unlimitedStorage: 'the browser may not clear the memory when the disk is short',
  scripting: 'runs only on the sites that the user switched on',
  activeTab: 'the one tab the user called it in',
  alarms: 'goes on with learning after the worker was ended',
  contextMenus: 'one entry, for a text field',
  declarativeNetRequestWithHostAccess:
    'a model server on this machine that answers no extension answers us; see src/browser/let-in.ts',
  offscreen: 'transformers.js needs a page',
};

describe('the manifest', () => {
  test('asks for these permissions and for no other, and for no site at install', () => {
    expect(manifest.permissions.toSorted()).toEqual(Object.keys(permissions).toSorted());
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  test('has nothing that a page could find, load or talk to', () => {
    const open = ['web_accessible_resources', 'externally_connectable', 'content_scripts'];
    for (const name of open) expect(manifest).not.toHaveProperty(name);
  });

  test('has a policy under which nothing runs, loads or leaves but what is named here', () => {
    const policy = manifest.content_security_policy.extension_pages.split('; ').toSorted();
    expect(policy).toEqual([
      "base-uri 'none'",
      // Any https server can be the model server of somebody's choice; plain http only on this machine.
      "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "object-src 'none'",
      // No text becomes HTML, a script or its address, by whatever library; Firefox knows it from 148 on.
      "require-trusted-types-for 'script'",
      // WebAssembly is what models run in; it is in the package.
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      // The one policy there is answers the address of our one worker, whatever it is asked for.
      'trusted-types penchant-worker',
      "worker-src 'self'",
    ]);
  });
});
