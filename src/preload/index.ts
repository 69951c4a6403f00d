import { contextBridge, ipcRenderer } from 'electron'
import { bridgeCallNames, bridgeChannel } from '../shared/bridge.ts'

const call =
  (channel: string) =>
  (...args: unknown[]) =>
    ipcRenderer.invoke(channel, ...args)

contextBridge.exposeInMainWorld(
  'bridge',
  Object.fromEntries(bridgeCallNames.map((name) => [name, call(bridgeChannel(name))])),
)
