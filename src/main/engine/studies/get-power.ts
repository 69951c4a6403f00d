import type {
  PersonaId,
  PopulationVersionId,
  StudyId,
  TenantId,
} from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { fieldsIn } from '../../../shared/contract/segment-field.ts'
import type { Question } from '../../../shared/contract/skills.ts'
import { StudyDesign } from '../../../shared/contract/studies.ts'
import type { PowerReport, PowerRequest } from '../../../shared/contract/study-planning.ts'
import type { ReadDb } from '../db/schema.ts'
import { runBands, type RunBands } from '../domain/evidence/run-bands.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import { checkDesign } from '../domain/studies/check-design.ts'
import {
  measureOf,
  studyPower,
  type KnownSd,
  type PowerInput,
} from '../domain/studies/study-power.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { findAnswerSpread } from './answer-spread.ts'
import { getStudy } from './create-study.ts'
import { getNewestPopulationId, getNewestSkill, getPinnedSkill } from './pinned-versions.ts'

const ALPHA = 0.05
const POWER = 0.8
/** Between the test–retest of one answer and none; said to be assumed. */
const ICC = 0.5

export type PowerLook = {
  readonly alpha?: number | undefined
  readonly power?: number | undefined
  readonly icc?: number | undefined
}

/** Smallest differences a saved study can see, by its pinned versions. @throws EngineError `not_found` */
export async function getStudyPower(
  db: ReadDb,
  tenantId: TenantId,
  studyId: StudyId,
  look: PowerLook = {},
): Promise<PowerReport> {
  const study = await getStudy(db, tenantId, studyId)
  const skill = await getPinnedSkill(db, tenantId, study.skillVersionId)
  return reckonPower(db, {
    design: study,
    questions: skill.body.questions,
    panel: await frozenPanel(db, tenantId, study, study.populationVersionId),
    studyId,
    look,
  })
}

/**
 * The same for a design that is not saved, by the newest versions.
 *
 * @throws EngineError `not_found` for an unknown skill or population, `invalid_input` for a design
 *   that cannot be run with them
 */
export async function getDesignPower(
  db: ReadDb,
  tenantId: TenantId,
  request: PowerRequest,
): Promise<PowerReport> {
  const skill = await getNewestSkill(db, tenantId, request.skillId)
  const populationVersionId = await getNewestPopulationId(db, tenantId, request.populationId)
  const design = StudyDesign.strip().parse(request)
  const details = checkDesign(design, skill.body)
  if (details.length > 0)
    throw invalidInput(details.map((detail) => ({ ...detail, path: detail.path.split('.') })))
  return reckonPower(db, {
    design,
    questions: skill.body.questions,
    panel: await frozenPanel(db, tenantId, design, populationVersionId),
  })
}

/** Who would be asked, as power looks at them. */
export type PowerPanel = Pick<PowerInput, 'members' | 'labels'>
type Reckoned = {
  readonly design: StudyDesign
  readonly questions: readonly Question[]
  readonly panel: PowerPanel
  readonly studyId?: StudyId
  readonly look?: PowerLook
}

export async function reckonPower(db: ReadDb, asked: Reckoned): Promise<PowerReport> {
  const { design, questions, panel, look = {} } = asked
  const spread = asked.studyId ? await findAnswerSpread(db, asked.studyId) : undefined
  const given = look.icc ?? design.power?.icc
  return studyPower({
    ...panel,
    design,
    questions,
    sds: Object.fromEntries(
      questions.flatMap((question) => {
        const known = sdOf(question, design, spread?.sds)
        return known ? [[question.id, known]] : []
      }),
    ),
    alpha: look.alpha ?? design.power?.alpha ?? ALPHA,
    power: look.power ?? design.power?.power ?? POWER,
    icc: given ?? spread?.icc ?? ICC,
    iccSource: given !== undefined ? 'given' : spread?.icc === undefined ? 'assumed' : 'measured',
  })
}

/** A human SD if the study names one, else that of the newest run, else a quarter of the range. */
function sdOf(
  question: Question,
  design: StudyDesign,
  synthetic: ReadonlyMap<string, { sd: number; note: string }> | undefined,
): KnownSd | undefined {
  if (measureOf(question) !== 'mean') return undefined
  const human = design.power?.humanSds?.find(({ questionId }) => questionId === question.id)
  if (human) return { sd: human.sd, source: 'human', note: human.source }
  const measured = synthetic?.get(question.id)
  if (measured) return { ...measured, source: 'synthetic' }
  const range = rangeOf(question)
  if (range === undefined) return undefined
  return { sd: range / 4, source: 'assumed', note: `a quarter of the range of ${range}` }
}

function rangeOf(question: Question): number | undefined {
  if (question.type === 'likert') return question.labels.length - 1
  if (question.type !== 'numeric') return undefined
  const { min, max } = question
  return min === undefined || max === undefined || max <= min ? undefined : max - min
}

/** The members of a frozen version. */
export async function frozenPanel(
  db: ReadDb,
  tenantId: TenantId,
  design: StudyDesign,
  populationVersionId: PopulationVersionId,
): Promise<PowerPanel> {
  const rows = await db
    .selectFrom('population_member as member')
    .leftJoin('cohort', 'cohort.id', 'member.cohort_id')
    .where('member.population_version_id', '=', populationVersionId)
    .select(['member.persona_id', 'member.cohort_id', 'member.weight', 'cohort.name'])
    .execute()
  const fields = segmentFields(design)
  const ids = rows.map(({ persona_id: id }) => id as PersonaId)
  const personas =
    fields.length > 0 ? await findPersonas(db, tenantId, ids) : new Map<PersonaId, never>()
  const bands = runBands([...personas.values()], fields.flatMap(fieldsIn))
  return {
    labels: Object.fromEntries(rows.map((row) => [row.cohort_id, row.name ?? 'A cohort'])),
    members: rows.map((row) => ({
      weight: row.weight,
      segments: {
        cohort: row.cohort_id,
        ...segmentsOf(personas.get(row.persona_id as PersonaId), fields, bands),
      },
    })),
  }
}

/** Fields of a persona that a design compares by. */
export function segmentFields({ comparisons }: StudyDesign): string[] {
  const fields = comparisons.map(({ by }) => by)
  return [...new Set(fields.filter((by) => by !== 'cohort' && by !== 'condition'))]
}

export function segmentsOf(
  persona: Persona | undefined,
  fields: readonly string[],
  bands: RunBands,
): Record<string, string | null> {
  return Object.fromEntries(
    fields.map((by) => [by, persona ? segmentOf(persona, by, bands) : null]),
  )
}
