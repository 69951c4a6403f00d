import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Pages have deep links, so assets are addressed from the root; electron-vite would make it `./`. */
function pagesUnderUi(): Plugin {
  return {
    name: 'workbench:pages-under-ui',
    enforce: 'post',
    config: (config) => {
      config.base = '/ui/'
    },
  }
}

/** The page alone: `vite build --config vite.renderer.config.ts`; electron-vite takes it too. */
export default defineConfig({
  root: resolve('src/renderer'),
  base: '/ui/',
  plugins: [react(), pagesUnderUi()],
  build: {
    outDir: resolve('out/renderer'),
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    modulePreload: { polyfill: false },
    // Data URLs are allowed for images only, fonts and scripts stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: resolve('src/renderer/index.html') },
  },
})
