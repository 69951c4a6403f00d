import { z } from 'zod'
import { StudyFile } from '../../../shared/contract/study-file.ts'
import { checkDesign } from '../domain/studies/check-design.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { runWorker } from '../workers/run-worker.ts'
import { readYaml, type YamlRead } from './yaml-text.ts'
import type { YamlWork } from './yaml-text.worker.ts'

/** Characters that are parsed on the spot: about 10 ms. */
const SMALL_TEXT = 10_000

/** Where editors look for the schema, relative to an exported file. */
export const SCHEMA_NAME = 'study-file.schema.json'

/** JSON Schema (draft 7, which editors' YAML support reads) of a study file as it is written. */
export function studyFileSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(StudyFile, { target: 'draft-7', io: 'input' })
  return { ...schema, title: 'Persona Workbench study file' }
}

/**
 * A study file from its text, YAML or JSON.
 *
 * @throws EngineError `invalid_input` with the path, and the line where there is one
 */
export function parseStudyFile(text: string): StudyFile {
  return checkRead(readYaml(text))
}

/** As `parseStudyFile`, with the event loop free: thousands of people inline take seconds. */
export async function readStudyFile(text: string, signal?: AbortSignal): Promise<StudyFile> {
  if (text.length <= SMALL_TEXT) return parseStudyFile(text)
  return checkRead(
    await runWorker<YamlWork, YamlRead>(import.meta.url, 'yaml-text', { text }, { signal }),
  )
}

function checkRead({ fault, ...read }: YamlRead): StudyFile {
  if (!fault) return checkStudyFile('value' in read ? read.value : undefined)
  const { message, line } = fault
  throw new EngineError('invalid_input', `The study file cannot be read: ${message}`, {
    details: [{ path: line === undefined ? '' : `line ${line}`, message }],
  })
}

/** @throws EngineError `invalid_input` with the path of each field at fault */
export function checkStudyFile(value: unknown): StudyFile {
  const result = StudyFile.safeParse(value)
  if (!result.success) throw invalidInput(result.error.issues, 'study file')
  const details = checkDesign(result.data.study, result.data.skill).map(({ path, message }) => ({
    path: path === 'skillId' ? ['skill', 'questions'] : ['study', ...path.split('.')],
    message,
  }))
  if (details.length > 0) throw invalidInput(details, 'study file')
  return result.data
}
