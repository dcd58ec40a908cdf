import { cpSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Migrations are read from the folder beside the code, in the bundle as in the sources. */
const migrationsBesideTheBundle = (): Plugin => ({
  name: 'migrations-beside-the-bundle',
  writeBundle: ({ dir }) => cpSync('src/adapters/sqlite/migrations', `${dir}/migrations`, { recursive: true }),
})

export default defineConfig({
  main: {
    plugins: [migrationsBesideTheBundle()],
    build: {
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'raster-worker': 'src/adapters/printing/raster-worker.ts',
          'backup-worker': 'src/engine/backups/backup-worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: { rollupOptions: { input: 'src/renderer/index.html' } },
  },
})
