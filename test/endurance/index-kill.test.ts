import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { openVectors } from '../../src/main/engine/vectors/open-vectors.ts'
import { insertPersona } from '../helpers/seeded-persona.ts'

const program = fileURLToPath(new URL('../helpers/index-until-killed.ts', import.meta.url))

it('holds every committed memory once after its process is killed in mid-work, again and again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kill-'))
  const embedding = createOfflineEmbedding()
  const first = await openDatabase(join(folder, 'workspace.db'))
  const ada = await insertPersona(first.db)
  await first.close()

  for (const lifeMs of [40, 90, 170]) {
    const child = spawn(process.execPath, [program, folder, ada.id, ada.tenantId], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    await sleep(lifeMs)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  const { db, close } = await openDatabase(join(folder, 'workspace.db'))
  const stored = await db.selectFrom('timeline_entry').select('id').execute()
  const vectors = await openVectors({
    db,
    embedding,
    folder: join(folder, 'vectors'),
    log: () => {},
    conversations: 0,
  })
  const [vector] = await embedding.embed(['fact'])
  const query = { tenantId: ada.tenantId, personaId: ada.id, vector: vector!, k: 1_000_000 }
  const ids = async () => (await vectors.search(query)).map(({ entryId }) => entryId).toSorted()
  const expected = stored.map(({ id }) => id).toSorted()
  const atOnce = await ids()
  await vectors.flush()
  const caughtUp = await ids()
  await vectors.close()
  await close()
  await rm(folder, { recursive: true, force: true })

  expect(expected.length).toBeGreaterThan(0)
  expect({ kind: vectors.kind, atOnce, caughtUp }).toEqual({
    kind: 'lancedb',
    atOnce: expected,
    caughtUp: expected,
  })
})
