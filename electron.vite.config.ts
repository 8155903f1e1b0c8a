import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          core: at('electron/hosts/utility/index.ts'),
          loopback: at('electron/hosts/loopback/index.ts'),
          cli: at('electron/hosts/cli/index.ts'),
          'parse-worker': at('electron/core/connectors/mail/parse-worker.ts'),
          'page-check-worker': at('electron/core/store/page-check-worker.ts'),
          'read-worker': at('electron/core/features/attachments/read-worker.ts'),
          'render-worker': at('electron/core/features/templates/render-worker.ts'),
          'spell-worker': at('electron/core/features/voice/spell-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src'),
    plugins: [react()],
    /** The hosts put the nonce of each page load in its place (`electron/hosts/responses.ts`). */
    html: { cspNonce: 'LIAISON_STYLE_NONCE' },
    build: {
      sourcemap: true,
      minify: true,
      outDir: at('out/renderer'),
      rolldownOptions: {
        input: { index: at('src/index.html') },
        /** What the first screen needs is one file: as dozens of small ones it is larger and slower to fetch. */
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
    server: { host: '127.0.0.1', fs: { allow: [at('.')] } },
  },
});
