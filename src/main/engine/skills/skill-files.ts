import type { ErrorDetail } from '../../../shared/contract/errors.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import {
  SKILL_FILE_KIND,
  type ImportSkillRequest,
  type SkillFileFormat,
  type SkillFileLoss,
  type SkillFilePreview,
} from '../../../shared/contract/skill-files.ts'
import { SkillBody, type Skill } from '../../../shared/contract/skills.ts'
import { own, partOf } from '../domain/skills/qsf/parts.ts'
import { readQsf } from '../domain/skills/qsf/read-skill.ts'
import { writeQsf } from '../domain/skills/qsf/write-skill.ts'
import { EngineError } from '../errors.ts'
import { isDeeperThan } from '../http/json-depth.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { createSkill, type SkillDeps } from './skills.ts'

/** Deeper than any survey nests, and far from where the stack ends. */
const MAX_DEPTH = 100

/** The skill that a file would become. @throws EngineError `invalid_input`, saying what was found */
export function readSkillFile({ format, text, name }: ImportSkillRequest): SkillFilePreview {
  const file = parse(text)
  const preview = format === 'qsf' ? readSurveyFile(file) : readJsonFile(file)
  return name === undefined ? preview : { ...preview, skill: { ...preview.skill, name } }
}

/** Makes the skill at once. */
export async function importSkillFile(
  deps: SkillDeps,
  tenantId: TenantId,
  request: ImportSkillRequest,
) {
  const { skill, ...report } = readSkillFile(request)
  return { skill: await createSkill(deps, tenantId, skill), ...report }
}

/** The text of a file, and what of the skill is not in it. */
export function writeSkillFile(
  skill: Skill,
  format: SkillFileFormat,
): { text: string; losses: SkillFileLoss[] } {
  const body = SkillBody.strip().parse(skill)
  const { file, losses } =
    format === 'qsf'
      ? writeQsf(body)
      : { file: { kind: SKILL_FILE_KIND, formatVersion: 1, skill: body }, losses: [] }
  return { text: `${JSON.stringify(file, null, 2)}\n`, losses }
}

function parse(text: string): unknown {
  // Editors of Windows put a mark in front that JSON does not know.
  const plain = text.replace(/^\uFEFF/, '')
  if (isDeeperThan(plain, MAX_DEPTH))
    throw wrong(`a file that nests at most ${MAX_DEPTH} levels`, 'one that nests deeper')
  try {
    return JSON.parse(plain)
  } catch (error) {
    throw wrong(
      'a file of JSON, as .qsf files are too',
      `text that is not (${error instanceof Error ? error.message.slice(0, 200) : 'unknown'})`,
    )
  }
}

function readSurveyFile(file: unknown): SkillFilePreview {
  if (!Array.isArray(own(file, 'SurveyElements')))
    throw wrong('a survey of Qualtrics with a list of "SurveyElements"', kindOf(file))
  const { body, losses, found, taken } = readQsf(file)
  if (taken === 0)
    throw wrong(
      'a survey with a question that can be taken over',
      `${found} questions, none of which can`,
      losses.slice(0, 20).map(({ place, message }) => ({ path: place, message })),
    )
  const skill = SkillBody.safeParse(body)
  if (!skill.success) throw invalidInput(skill.error.issues, 'survey')
  return { skill: skill.data, losses: [...losses], found, taken }
}

function readJsonFile(file: unknown): SkillFilePreview {
  if (Array.isArray(own(file, 'SurveyElements')))
    throw wrong('a skill in JSON', 'a survey of Qualtrics: import it as QSF')
  const body = own(file, 'kind') === SKILL_FILE_KIND ? own(file, 'skill') : file
  const skill = SkillBody.safeParse(body)
  if (!skill.success) throw invalidInput(skill.error.issues, 'skill')
  const count = skill.data.questions.length
  return { skill: skill.data, losses: [], found: count, taken: count }
}

function kindOf(file: unknown): string {
  if (Array.isArray(file)) return 'a list'
  if (typeof file !== 'object' || file === null)
    return `the JSON value ${String(file).slice(0, 40)}`
  const keys = Object.keys(partOf(file)).slice(0, 5)
  return keys.length === 0
    ? 'an empty object'
    : `an object with ${keys.map((key) => JSON.stringify(key.slice(0, 40))).join(', ')}`
}

function wrong(wanted: string, found: string, details?: ErrorDetail[]): EngineError {
  return new EngineError(
    'invalid_input',
    `Wanted ${wanted}; found ${found}`,
    details && { details },
  )
}
