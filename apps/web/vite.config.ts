import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** `source` makes the package's `#contracts/*` imports point at TypeScript, as everywhere else in the repository. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Data URIs for fonts and images would be the only non-file assets; the content policy allows them for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
