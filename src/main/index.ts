import { join } from 'node:path'
import { app, dialog, session, type BrowserWindow } from 'electron'
import log from 'electron-log/main.js'
import { declareAppScheme, serveApp } from './app-protocol.ts'
import { createEngine, type Engine } from './engine/index.ts'
import { environmentSecrets } from './engine/models/environment-model.ts'
import { combineSecrets } from './engine/models/secret-store.ts'
import { createBridgeHandlers } from './ipc/bridge-handlers.ts'
import { registerBridge } from './ipc/register-bridge.ts'
import { installMenu } from './menu.ts'
import { createKeychainSecrets } from './secrets.ts'
import { createWindow, denyPermissions, isOurFrame } from './window.ts'

declareAppScheme()
// A second window on one workspace would be a second owner of it.
if (!app.requestSingleInstanceLock()) app.quit()

let engine: Engine | undefined
let window: BrowserWindow | undefined

app.on('second-instance', () => {
  window?.restore()
  window?.focus()
})
app.on('window-all-closed', () => app.quit())
app.on('before-quit', (event) => {
  if (!engine) return
  // The engine finishes what it has in hand; then the second quit goes through.
  event.preventDefault()
  const closing = engine
  engine = undefined
  void closing.close().finally(() => app.quit())
})

void app.whenReady().then(open, fail).catch(fail)

async function open(): Promise<void> {
  const root = app.getAppPath()
  const workspaceDir =
    process.env['WORKBENCH_WORKSPACE'] ?? join(app.getPath('userData'), 'workspace')
  engine = await createEngine({
    workspaceDir,
    secrets: combineSecrets(
      environmentSecrets(process.env),
      createKeychainSecrets({
        configDir: join(app.getPath('appData'), 'persona-workbench'),
        workspaceDir,
      }),
    ),
    resourcesDir: join(root, 'resources'),
    rendererDir: join(root, 'out/renderer'),
    sample: process.env['WORKBENCH_WORKSPACE'] === undefined,
  })
  const partition = session.fromPartition('persist:workbench')
  denyPermissions(partition)
  serveApp(partition, engine)
  installMenu()
  window = createWindow(partition)
  registerBridge(
    createBridgeHandlers(() => window!),
    isOurFrame,
  )
}

function fail(error: unknown): void {
  log.error(error)
  dialog.showErrorBox(
    'Persona Workbench could not open',
    error instanceof Error ? error.message : String(error),
  )
  app.exit(1)
}
