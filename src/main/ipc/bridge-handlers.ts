import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { dialog, safeStorage, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { Bridge } from '../../shared/bridge.ts'

const MAX_FILE_BYTES = 50 * 1024 * 1024

const SaveText = z.strictObject({ suggestedName: z.string().max(200), text: z.string() })
const OpenTextFiles = z.strictObject({
  title: z.string().max(200),
  extensions: z.array(z.string().regex(/^[a-z0-9]+$/)).max(20),
})

/** The desktop's answers. Arguments come from a page, so each is parsed before use. */
export function createBridgeHandlers(window: () => BrowserWindow): Bridge {
  return {
    async saveText(file) {
      const { suggestedName, text } = SaveText.parse(file)
      // The page proposes a name only; where it goes is the user's choice.
      const choice = await dialog.showSaveDialog(window(), { defaultPath: basename(suggestedName) })
      if (choice.canceled) return null
      await writeFile(choice.filePath, text)
      return choice.filePath
    },
    async openTextFiles(options) {
      const { title, extensions } = OpenTextFiles.parse(options)
      const choice = await dialog.showOpenDialog(window(), {
        title,
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: title, extensions }],
      })
      return Promise.all(choice.filePaths.map(readTextFile))
    },
    async secretStorage() {
      const encrypted = await safeStorage.isAsyncEncryptionAvailable()
      const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : ''
      if (encrypted && backend !== 'basic_text') return { encrypted: true, notice: null }
      return {
        encrypted: false,
        notice: 'This system has no keychain: provider keys are only as safe as your user account.',
      }
    },
  }
}

async function readTextFile(path: string): Promise<{ name: string; text: string }> {
  const { size } = await stat(path)
  if (size > MAX_FILE_BYTES) throw new Error(`${basename(path)} is larger than 50 MiB`)
  return { name: basename(path), text: await readFile(path, 'utf8') }
}
