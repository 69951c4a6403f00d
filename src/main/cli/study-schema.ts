import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SCHEMA_NAME, studyFileSchema } from '../engine/studies/study-file.ts'

/** Writes the schema that an exported study file names in its first line. */
export function writeStudySchema(folder: string): void {
  const path = join(resolve(folder), SCHEMA_NAME)
  mkdirSync(resolve(folder), { recursive: true })
  writeFileSync(path, `${JSON.stringify(studyFileSchema(), null, 2)}\n`)
  console.log(`Written: ${path}`)
}
