import { createHash } from 'node:crypto'
import {
  MAX_MEMORY_FILE_BYTES,
  MAX_PROPOSED_MEMORIES,
  ProposedMemory,
} from '../../../shared/contract/memory-files.ts'
import { decodeText, isBinary } from '../domain/files/decode-text.ts'
import { splitText } from '../domain/files/passages.ts'
import { proposeFromRows } from '../domain/files/propose-from-rows.ts'
import { proposeFromText, type Proposed } from '../domain/files/propose-from-text.ts'
import type { Life } from '../domain/files/propose.ts'
import { sniffKind, type FileKind } from '../domain/files/sniff-kind.ts'
import { readRows } from './csv-rows.ts'
import { FileFault } from './file-fault.ts'
import type { FormFile } from './form-file.ts'
import { readPdf } from './pdf-text.ts'

const MIB = 1024 * 1024
const limits = { maxProposals: MAX_PROPOSED_MEMORIES, maxSkipped: 200 }
/** Rows looked at for those that become memories; the rest is counted. */
const MAX_ROWS = 5_000

export type FileMemories = {
  readonly name: string
  readonly kind: FileKind
  readonly sizeBytes: number
  readonly sha256: string
  readonly memories: number
  /** JSON, so that the thread that stores them has nothing to write. */
  readonly proposals: string
  readonly skipped: string
}

/** Reads a file's memories. Takes as long as the file is large: not for the main thread. @throws FileFault */
export async function readMemories(file: FormFile, life: Life): Promise<FileMemories> {
  const { name, bytes } = file
  if (bytes.length === 0) throw new FileFault('invalid_input', `${name} is empty.`)
  if (bytes.length > MAX_MEMORY_FILE_BYTES)
    throw new FileFault(
      'too_large',
      `${name} is larger than ${MAX_MEMORY_FILE_BYTES / MIB} MiB, which is the limit for a file.`,
    )
  const sniffed = sniffKind(name, bytes)
  if (sniffed.fault !== undefined) throw new FileFault('unsupported_media_type', sniffed.fault)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sizeBytes = bytes.length
  const { proposals, skipped } = await propose(sniffed.kind, bytes, life)
  const checked = proposals.map(({ entry, ...proposal }) =>
    ProposedMemory.parse({
      ...proposal,
      entry: { ...entry, metadata: { file: name, ...entry.metadata } },
    }),
  )
  return {
    name,
    kind: sniffed.kind,
    sizeBytes,
    sha256,
    memories: checked.length,
    proposals: JSON.stringify(checked),
    skipped: JSON.stringify(skipped),
  }
}

async function propose(kind: FileKind, bytes: Uint8Array, life: Life): Promise<Proposed> {
  if (kind === 'pdf') return proposeFromPdf(bytes, life)
  const { text } = decodeText(bytes)
  if (isBinary(text))
    throw new FileFault('unsupported_media_type', 'It holds no text, but bytes of another kind.')
  if (text.trim() === '') throw new FileFault('invalid_input', 'There is nothing written in it.')
  if (kind === 'csv') {
    const { rows, more } = readRows(text, MAX_ROWS)
    return proposeFromRows(rows, life, limits, more)
  }
  const split = splitText(text, { markdown: kind === 'markdown' })
  return withSkipped(split, proposeFromText(split.passages.map(inLine), life, limits))
}

async function proposeFromPdf(bytes: Uint8Array, life: Life): Promise<Proposed> {
  const lines = await readPdf(bytes)
  const split = splitText(lines.map(({ text }) => text).join('\n'), { markdown: false })
  const passages = split.passages.map((passage) => ({
    ...passage,
    where: `page ${lines[passage.line - 1]!.page}`,
  }))
  return proposeFromText(passages, life, limits)
}

function withSkipped({ skipped }: ReturnType<typeof splitText>, proposed: Proposed): Proposed {
  const own = skipped.slice(0, limits.maxSkipped).map(inLine)
  return {
    ...proposed,
    skipped: [...own.map(({ where, reason }) => ({ where, reason })), ...proposed.skipped],
  }
}

function inLine<Item extends { readonly line: number }>(item: Item): Item & { where: string } {
  return { ...item, where: `line ${item.line}` }
}
