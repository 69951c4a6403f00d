import { resolve } from 'node:path'
import { buildInterface } from './build-interface.ts'
import { hasDisplay, openBrowser, openWindow } from './desktop.ts'
import { findElectron } from './find-electron.ts'
import { freshLink } from './open.ts'
import { defaultWorkspace } from './paths.ts'
import { closeOnSignal, startServing } from './serve.ts'

export type StartOptions = { workspace?: string | undefined; port?: number | undefined }

/** Opens the workbench on its sample workspace: the desktop window, or else the browser. */
export async function start(options: StartOptions): Promise<void> {
  const workspace = resolve(options.workspace ?? defaultWorkspace())
  const running = await freshLink(workspace).catch(() => undefined)
  if (running) {
    show('The workbench is running already:', running)
    return
  }
  const reason = await openOnDesktop(options)
  if (reason !== undefined) await openInBrowser(workspace, reason, options)
}

/** @returns why there is no desktop window; undefined after it was closed */
async function openOnDesktop({ workspace }: StartOptions): Promise<string | undefined> {
  if (!hasDisplay()) return 'There is no display here'
  const electron = await findElectron()
  if (!electron) return 'The desktop window’s binary cannot be had here'
  buildInterface('desktop')
  const opened = await openWindow(electron, workspace && resolve(workspace))
  return opened ? undefined : 'The desktop window could not open'
}

async function openInBrowser(
  workspace: string,
  reason: string,
  options: StartOptions,
): Promise<void> {
  buildInterface('page')
  const { served, close } = await startServing({
    workspace,
    port: options.port,
    ui: true,
    sample: options.workspace === undefined,
  })
  closeOnSignal(close)
  show(`${reason}, so the workbench opens in the browser:`, served.uiUrl!)
  const open = `npx workbench open${options.workspace ? ` --workspace ${workspace}` : ''}`
  console.log(`The link works once, within a minute; "${open}" prints a fresh one. Ctrl-C stops.`)
}

function show(text: string, link: string): void {
  console.log(`${text}\n\n  ${link}\n`)
  if (hasDisplay()) openBrowser(link)
}
