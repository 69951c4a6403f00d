// Run as a process of its own: appends and indexes without end, until it is killed.
import { join } from 'node:path'
import type { PersonaId, TenantId } from '../../src/shared/contract/ids.ts'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { insertPrepared, prepareEntries } from '../../src/main/engine/memory/append-entries.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { openVectors } from '../../src/main/engine/vectors/open-vectors.ts'
import { anEntry } from './seeded-persona.ts'

const [folder, personaId, tenantId] = process.argv.slice(2) as [string, PersonaId, TenantId]
const embedding = createOfflineEmbedding()
const { db } = await openDatabase(join(folder, 'workspace.db'))
const vectors = await openVectors({
  db,
  embedding,
  folder: join(folder, 'vectors'),
  log: (message) => process.stderr.write(`${message}\n`),
})
console.log('ready')
for (let round = 0; ; round++) {
  const entries = Array.from({ length: 20 }, (_, i) => anEntry({ facts: `fact ${round} ${i}` }))
  const prepared = await prepareEntries({ embedding }, [
    { personaId, tenantId, entries, source: 'user' },
  ])
  await db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
  await vectors.flush()
}
