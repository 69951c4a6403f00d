/**
 * Calls the page makes into the desktop process.
 *
 * Data travels over REST. Put a call here only if it needs Electron itself.
 */
export type BridgeCalls = {
  /** Asks for a place and writes the text there; null when the dialog was cancelled. */
  saveText: (file: { suggestedName: string; text: string }) => string | null
  /** Asks for files and reads them as UTF-8; empty when the dialog was cancelled. */
  openTextFiles: (options: { title: string; extensions: string[] }) => {
    name: string
    text: string
  }[]
  /** Whether provider keys are kept by the system's keychain, and the notice if they are not. */
  secretStorage: () => { encrypted: boolean; notice: string | null }
}

export type Bridge = {
  [Name in keyof BridgeCalls]: (
    ...args: Parameters<BridgeCalls[Name]>
  ) => Promise<ReturnType<BridgeCalls[Name]>>
}

// The compiler rejects this list when a call is missing or misspelt.
const names = {
  saveText: true,
  openTextFiles: true,
  secretStorage: true,
} satisfies Record<keyof BridgeCalls, true>

export const bridgeCallNames = Object.keys(names) as (keyof BridgeCalls)[]
export const bridgeChannel = (name: keyof BridgeCalls) => `bridge:${name}`
