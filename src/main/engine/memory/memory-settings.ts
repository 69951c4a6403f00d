import { MemorySettings } from '../../../shared/contract/memory-settings.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { getSetting, setSetting } from '../tenancy/settings.ts'

const NAME = 'memory'

let lastText: string | undefined
let lastSettings = MemorySettings.parse({})

/** The same, read beside whatever transaction is running: recall waits for none. */
export function readMemorySettings(reader: {
  setting(name: string): string | undefined
}): MemorySettings {
  const text = reader.setting(NAME)
  // Memory of a pure function: settings change rarely and are read with every question.
  if (text !== lastText) {
    lastSettings = MemorySettings.parse(text === undefined ? {} : JSON.parse(text))
    lastText = text
  }
  return lastSettings
}

/** How memory behaves in this workspace; the defaults where nobody has said otherwise. */
export async function getMemorySettings(db: ReadDb): Promise<MemorySettings> {
  return MemorySettings.parse((await getSetting(db, NAME)) ?? {})
}

export async function setMemorySettings(db: WriteDb, settings: MemorySettings): Promise<void> {
  await setSetting(db, NAME, settings)
}
