import { MemorySettings } from '../../../shared/contract/memory-settings.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { getSetting, setSetting } from '../tenancy/settings.ts'

const NAME = 'memory'

/** How memory behaves in this workspace; the defaults where nobody has said otherwise. */
export async function getMemorySettings(db: ReadDb): Promise<MemorySettings> {
  return MemorySettings.parse((await getSetting(db, NAME)) ?? {})
}

export async function setMemorySettings(db: WriteDb, settings: MemorySettings): Promise<void> {
  await setSetting(db, NAME, settings)
}
