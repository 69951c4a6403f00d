// Run as a process of its own: appends a long timeline over and over, until it is killed.
import { join } from 'node:path'
import type { PersonaId, TenantId } from '../../src/shared/contract/ids.ts'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { prepareEntries } from '../../src/main/engine/memory/append-entries.ts'
import { appendInChunks, discardUnfinished } from '../../src/main/engine/memory/append-in-chunks.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { anEntry } from './seeded-persona.ts'

const [folder, personaId, tenantId, count] = process.argv.slice(2) as [
  string,
  PersonaId,
  TenantId,
  string,
]
const { db } = await openDatabase(join(folder, 'workspace.db'))
await discardUnfinished(db)
const entries = Array.from({ length: Number(count) }, (_, i) => anEntry({ facts: `fact ${i}` }))
const prepared = await prepareEntries({ embedding: createOfflineEmbedding() }, [
  { personaId, tenantId, entries, source: 'user' },
])
console.log('ready')
for (;;) await appendInChunks(db, { personaId, tenantId }, prepared, Date.now())
