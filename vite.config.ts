import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The browsers we build for; `vite build --mode chrome` makes `dist/chrome`. */
type Target = 'chrome' | 'firefox';

const isTarget = (mode: string): mode is Target => mode === 'chrome' || mode === 'firefox';
const entry = (path: string): string => resolve(import.meta.dirname, 'src/entrypoints', path);

/** Writes the manifest of one browser, made from the one `manifest.json`. */
function manifest(target: Target): Plugin {
  return {
    name: 'penchant-manifest',
    applyToEnvironment: (environment) => environment.name === 'client',
    async generateBundle() {
      const source = JSON.parse(await readFile('manifest.json', 'utf8'));
      if (target === 'firefox') {
        // Firefox has an event page with a DOM instead of a worker and an offscreen page.
        delete source.background.service_worker;
        source.permissions = source.permissions.filter((name: string) => name !== 'offscreen');
        delete source.minimum_chrome_version;
      } else {
        delete source.background.scripts;
        delete source.browser_specific_settings;
      }
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: `${JSON.stringify(source, null, 2)}\n`,
      });
    },
  };
}

/** Puts the two WebAssembly builds we use, one of them with WebGPU, into `wasm/`: nothing is fetched from a CDN. */
function onnxRuntime(): Plugin {
  return {
    name: 'penchant-onnx-runtime',
    applyToEnvironment: (environment) => environment.name === 'client',
    async generateBundle() {
      const require = createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'));
      const folder = dirname(require.resolve('onnxruntime-web/wasm'));
      for (const name of ['', '.jspi'].flatMap((build) => [
        `ort-wasm-simd-threaded${build}.wasm`,
        `ort-wasm-simd-threaded${build}.mjs`,
      ])) {
        this.emitFile({
          type: 'asset',
          fileName: `wasm/${name}`,
          source: await readFile(resolve(folder, name)),
        });
      }
    },
  };
}

/** In pages of others, and before a page of ours, the polyfill makes way for a few lines. */
function noPolyfillInPages(): Plugin {
  return {
    name: 'penchant-no-polyfill-in-pages',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => ['content', 'panel', 'ask'].includes(name),
    resolveId: (id) =>
      id === 'webextension-polyfill'
        ? resolve(import.meta.dirname, 'src/browser/in-page.ts')
        : null,
  };
}

/** `src/entrypoints/popup/index.html` becomes `popup.html`. */
function flatPages(): Plugin {
  return {
    name: 'penchant-flat-pages',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        const page = /^src\/entrypoints\/(\w+)\/index\.html$/.exec(file.fileName)?.[1];
        if (page) file.fileName = `${page}.html`;
      }
    },
  };
}

/**
 * How packages are resolved. The first makes onnxruntime read its WebAssembly from where we tell it;
 * without it, a second copy of 14 MB would be put into the package.
 */
const conditions = [
  'onnxruntime-web-use-extern-wasm',
  'module',
  'browser',
  'development|production',
];

/** Chrome runs transformers.js in the offscreen page, Firefox in the background page itself. */
function extension(target: Target) {
  const outDir = `dist/${target}`;
  const pages = ['popup', 'options', 'welcome', ...(target === 'chrome' ? ['offscreen'] : [])];
  const generator = entry('generator/index.ts');
  const script = (
    path: string,
    name: string,
    format: 'es' | 'iife',
    split: boolean,
    beside: Record<string, string> = {},
  ) => ({
    consumer: 'client' as const,
    // An environment of its own does not inherit them.
    resolve: { conditions },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { [name]: entry(path), ...beside },
        output: {
          format,
          entryFileNames: '[name].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          codeSplitting: split,
        },
      },
    },
  });
  return {
    base: './',
    define: { __BROWSER__: JSON.stringify(target) },
    plugins: [manifest(target), onnxRuntime(), noPolyfillInPages(), flatPages()],
    resolve: {
      conditions,
    },
    build: {
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
    builder: {
      sharedConfigBuild: true,
      async buildApp(builder: import('vite').ViteBuilder) {
        for (const name of ['client', 'background', 'content', 'panel', 'stub', 'ask']) {
          const environment = builder.environments[name];
          if (environment) await builder.build(environment);
        }
      },
    },
    environments: {
      client: {
        build: {
          outDir,
          emptyOutDir: true,
          rolldownOptions: {
            input: [
              ...pages.map((page) => entry(`${page}/index.html`)),
              // Beside the offscreen page, with which it shares transformers.js.
              ...(target === 'chrome' ? [generator] : []),
            ],
            output: {
              entryFileNames: ({ facadeModuleId }: { facadeModuleId: string | null }) =>
                facadeModuleId === generator ? 'generator.js' : 'assets/[name]-[hash].js',
            },
          },
        },
      },
      // Chrome's worker must be one file (dynamic import is not allowed in it); Firefox's event page
      // loads the encoder's code only when it is asked for.
      background: script(
        'background/index.ts',
        'background',
        'es',
        target === 'firefox',
        target === 'firefox' ? { generator } : {},
      ),
      content: script('content/index.ts', 'content', 'iife', false),
      panel: script('content/panel.ts', 'panel', 'iife', false),
      stub: script('content/stub.ts', 'stub', 'iife', false),
      ask: script('popup/ask.ts', 'ask', 'iife', false),
    },
  };
}

const waiting = ['any-field', 'comes-back', 'cross-origin-frame', 'left-page'].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

export default defineConfig(({ mode }) =>
  isTarget(mode)
    ? extension(mode)
    : {
        define: { __BROWSER__: JSON.stringify('chrome') },
        test: {
          pool: 'threads',
          // Left to itself, vitest keeps a core free, which on a small machine is every second one.
          maxWorkers: '100%',
          projects: [
            {
              extends: true,
              test: {
                name: 'unit',
                // Property tests on a busy machine.
                testTimeout: 20_000,
                setupFiles: ['tests/setup.ts'],
                include: ['tests/**/*.test.{ts,tsx}'],
                exclude: ['tests/e2e/**', 'tests/editors/**', 'tests/roundcube/**'],
              },
            },
            {
              extends: true,
              test: {
                name: 'e2e',
                include: ['tests/e2e/**/*.test.ts'],
                exclude: waiting,
                fileParallelism: false,
                expect: { poll: { timeout: 15_000 } },
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
            {
              extends: true,
              test: {
                // Two at a time: they mostly wait until a mail that could be taken back counts as sent.
                name: 'waiting',
                include: waiting,
                expect: { poll: { timeout: 15_000 } },
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
            {
              extends: true,
              test: {
                name: 'editors',
                include: ['tests/editors/**/*.test.ts'],
                expect: { poll: { timeout: 15_000 } },
                testTimeout: 60_000,
                hookTimeout: 120_000,
              },
            },
            {
              extends: true,
              test: {
                name: 'roundcube',
                include: ['tests/roundcube/**/*.test.ts'],
                fileParallelism: false,
                expect: { poll: { timeout: 15_000 } },
                testTimeout: 240_000,
                hookTimeout: 240_000,
              },
            },
          ],
        },
      },
);
