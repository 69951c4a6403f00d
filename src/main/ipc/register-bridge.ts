import { ipcMain, type WebFrameMain } from 'electron'
import { bridgeCallNames, bridgeChannel, type Bridge } from '../../shared/bridge.ts'

/** Serves every bridge call, and only to the page this app opened. */
export function registerBridge(
  handlers: Bridge,
  isOurs: (frame: WebFrameMain | null) => boolean,
): void {
  for (const name of bridgeCallNames) {
    const handler = handlers[name] as (...args: unknown[]) => unknown
    ipcMain.handle(bridgeChannel(name), (event, ...args: unknown[]) => {
      if (!isOurs(event.senderFrame)) {
        throw new Error(`${bridgeChannel(name)} refused: unknown sender`)
      }
      return handler(...args)
    })
  }
}
