import { parse } from 'yaml'
import { StudyFile } from '../../../../shared/contract/study-file.ts'
import { toPlainMessage } from '../../lib/plain-message.ts'

export type StudyFileBody = { file: unknown; files: Record<string, string> }

/**
 * The request that opens a study file with the tables it names.
 *
 * @throws RangeError in words for the reader, when a part is missing or not understood
 */
export async function readStudyFile(chosen: readonly File[]): Promise<StudyFileBody> {
  const studies = chosen.filter(({ name }) => /\.(ya?ml|json)$/i.test(name))
  const [study] = studies
  if (!study || studies.length > 1)
    throw new RangeError('Choose one study file (YAML or JSON), and beside it the tables it names')
  const file = parseText(await study.text(), study.name)
  const checked = StudyFile.safeParse(file)
  if (!checked.success) throw new RangeError(describeIssues(study.name, checked.error.issues))

  const { personas, population } = checked.data
  const files: Record<string, string> = {}
  for (const path of [personas.file, population.marginsFile]) {
    if (path === undefined) continue
    const baseName = path.split('/').at(-1)
    const found = chosen.find(({ name }) => name === baseName)
    if (!found) throw new RangeError(`${study.name} names the table ${path}: choose it as well`)
    files[path] = await found.text()
  }
  return { file, files }
}

function parseText(text: string, name: string): unknown {
  try {
    // YAML reads JSON too.
    return parse(text)
  } catch (error) {
    throw new RangeError(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

type Issue = { path: PropertyKey[]; message: string }

function describeIssues(name: string, issues: readonly Issue[]): string {
  const lines = issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.')} ${toPlainMessage(message)}`)
  return `${name} is not a study file of this version. ${lines.join('; ')}`
}
