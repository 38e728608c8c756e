import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const ROOT = import.meta.dirname;
const SHARED_LIBRARIES =
  /node_modules[\\/](?!echarts|zrender|maplibre-gl|@maplibre|terra-draw|@dnd-kit|world-atlas)/;

/**
 * The renderer: `renderer/` into `dist/renderer`, for the window and the browser alike. Nothing is
 * inlined, since the hosts' policy lets in our own files only, no `data:` scripts, fonts or styles.
 */
export default defineConfig({
  root: join(ROOT, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: join(ROOT, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: 'hidden',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What several screens share comes in one file: dozens of small ones cost the start more.
            { name: 'library', test: SHARED_LIBRARIES, minShareCount: 2 },
            { name: 'texts-en', test: /resources[\\/]locales[\\/]en/ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 2048,
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    hmr: { host: '127.0.0.1' },
    strictPort: true,
    fs: { allow: [ROOT] },
  },
});
