// A process to be killed: opens the workspace given as its first argument and commits a memory of
// the persona given as its second that the index never hears of, then says so and waits.
import type { PersonaId } from '../../src/shared/contract/ids.ts'
import { join } from 'node:path'
import { createEngine } from '../../src/main/engine/index.ts'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { insertPrepared, prepareEntries } from '../../src/main/engine/memory/append-entries.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { anEntry } from './seeded-persona.ts'

const [workspaceDir, personaId, facts] = process.argv.slice(2) as [string, PersonaId, string]
const { tenantId } = await createEngine({ workspaceDir, resourcesDir: 'resources' })
const embedding = createOfflineEmbedding()
const { db } = await openDatabase(join(workspaceDir, 'workspace.db'))
const prepared = await prepareEntries({ embedding }, [
  { personaId, tenantId, entries: [anEntry({ eventLabel: facts, facts })], source: 'user' },
])
await db.transaction().execute((trx) => insertPrepared(trx, prepared, 0))
// Between the commit and what the index would do about it there is no other work in this process.
process.kill(process.pid, 'SIGKILL')
