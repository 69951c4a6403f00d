import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import renderer from './vite.renderer.config.ts'

// Workers are started by file name, so each is an entry of its own under its own path.
const workers = globSync('src/main/**/*.worker.ts')

export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: [resolve('src/main/index.ts'), ...workers.map((worker) => resolve(worker))],
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: 'src/main',
          entryFileNames: '[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed window loads one CommonJS file and no packages.
      externalizeDeps: false,
      rollupOptions: {
        input: resolve('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: renderer as never,
})
