import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';

const plain = (outDir: string): InlineConfig => ({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2023',
    minify: false,
    modulePreload: false,
    reportCompressedSize: false,
  },
});

/** Bundles the pages of these names into a new folder, which it answers; shared parts are shared. */
export async function buildPages(names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'penchant-editors-'));
  const config = plain(folder);
  await build({
    ...config,
    build: {
      ...config.build,
      cssCodeSplit: true,
      rolldownOptions: {
        input: Object.fromEntries(
          names.map((name) => [name, resolve(`tests/editors/pages/${name}.ts`)]),
        ),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'part-[name]-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
  return folder;
}

const manifest = {
  manifest_version: 3,
  name: 'The webmail layer alone',
  version: '1',
  browser_specific_settings: { gecko: { id: 'penchant@penchant.invalid' } },
  host_permissions: ['http://127.0.0.1/*'],
  content_scripts: [
    { matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_start' },
  ],
};

/** An extension with the webmail layer as its content script, and nothing else; answers its folder. */
export async function buildWorld(browser: 'chromium' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'penchant-world-'));
  const config = plain(folder);
  await build({
    ...config,
    build: {
      ...config.build,
      lib: {
        entry: resolve('tests/editors/world/content.ts'),
        name: 'world',
        formats: ['iife'],
        fileName: () => 'content.js',
      },
    },
  });
  // The driver of Chromium waits for a worker, to know that the extension runs.
  await writeFile(join(folder, 'background.js'), '');
  const background =
    browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, background }));
  return folder;
}
