import { EngineError } from '../errors.ts'
import { runWorker, WorkerLimitError, type WorkerLimits } from '../workers/run-worker.ts'
import type { FileMemories } from './read-memories.ts'
import type { FileRead, FileWork } from './read-memories.worker.ts'

/** @throws EngineError with the file's fault, or AbortError */
export type FileReader = (work: FileWork, signal?: AbortSignal) => Promise<FileMemories>

const MIB = 1024 * 1024
/** What the largest honest file takes, and some. */
const defaultLimits: WorkerLimits = {
  timeoutMs: 60_000,
  heapBytes: 1024 * MIB,
  processBytes: 1536 * MIB,
}

/** Reads files in a thread of their own, one after the other: each may take much memory. */
export function createFileReader(limits: WorkerLimits = defaultLimits): FileReader {
  let reading: Promise<unknown> = Promise.resolve()
  return (work, signal) => {
    const read = reading.then(() => {
      signal?.throwIfAborted()
      return readInWorker(work, limits, signal)
    })
    reading = read.catch(() => {})
    return read
  }
}

async function readInWorker(
  work: FileWork,
  limits: WorkerLimits,
  signal: AbortSignal | undefined,
): Promise<FileMemories> {
  try {
    const options = { signal, limits }
    const read = await runWorker<FileWork, FileRead>(
      import.meta.url,
      'read-memories',
      work,
      options,
    )
    if (read.fault) throw new EngineError(read.fault.code, read.fault.message)
    return read.file
  } catch (error) {
    if (!(error instanceof WorkerLimitError)) throw error
    const seconds = limits.timeoutMs / 1000
    const took = error.limit === 'time' ? `longer than ${seconds} s` : 'too much memory'
    throw new EngineError(
      'invalid_input',
      `Reading it takes ${took}: it may be damaged, or made to do so. Split it, or save it anew.`,
      { cause: error },
    )
  }
}
