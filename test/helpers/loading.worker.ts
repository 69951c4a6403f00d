import { createRequire } from 'node:module'
import { workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'
import { answerEach } from '../../src/main/engine/workers/answer-each.ts'

const require = createRequire(import.meta.url)
new SqliteDatabase(':memory:').close()
const addon = Object.keys(require.cache).find((file) => file.endsWith('.node'))!

/** Loads a native module over and over for so many milliseconds, for tests of threads. */
function load(forMs: number): number {
  const until = performance.now() + forMs
  let loaded = 0
  for (; performance.now() < until; loaded++) {
    delete require.cache[addon]
    require(addon)
  }
  return loaded
}

load(workerData as number)
answerEach<number, number>(async (forMs) => load(forMs))
