import type { Life } from '../domain/files/propose.ts'
import { answerOnce } from '../workers/answer-once.ts'
import { FileFault } from './file-fault.ts'
import { readFormFile } from './form-file.ts'
import { readMemories, type FileMemories } from './read-memories.ts'

export type FileWork = {
  /** The body of the request, in parts; shared, so that handing it over copies nothing. */
  readonly parts: readonly SharedArrayBuffer[]
  readonly sizeBytes: number
  readonly contentType: string
  readonly life: Life
}

export type FileRead =
  | { readonly file: FileMemories; readonly fault?: undefined }
  | { readonly fault: { readonly code: FileFault['code']; readonly message: string } }

answerOnce<FileWork, FileRead>(async ({ parts, sizeBytes, contentType, life }) => {
  try {
    const body = new Uint8Array(sizeBytes)
    let at = 0
    for (const part of parts) {
      const bytes = new Uint8Array(part).subarray(0, sizeBytes - at)
      body.set(bytes, at)
      at += bytes.length
    }
    return { file: await readMemories(await readFormFile(body, contentType), life) }
  } catch (error) {
    if (error instanceof FileFault) return { fault: { code: error.code, message: error.message } }
    throw error
  }
})
