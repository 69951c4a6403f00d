import { randomUUID } from 'node:crypto'
import {
  HumanSurveyId,
  SurveySource,
  type CreateSurveyRequest,
  type HumanSurvey,
  type HumanSurveyAnswer,
  type PreviewSurveyRequest,
  type SurveyItem,
  type SurveyPreview,
  type UpdateSurveyRequest,
} from '../../../shared/contract/human-surveys.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { moveToTrash, takeFromTrash } from '../db/trash.ts'
import type { SurveyColumnData, SurveyData } from '../domain/surveys/survey-data.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { runWorker, WorkerLimitError } from '../workers/run-worker.ts'
import { unpackCodes, unpackTexts, unpackWeights } from './pack.ts'
import {
  findAnswersOf,
  findSurvey,
  insertSurvey,
  listItems,
  listSurveyPage,
  updateAbout,
  updateItem,
} from './surveys.repo.ts'
import type { SurveyWork, SurveyWorkResult } from './surveys.worker.ts'

const MIB = 1024 * 1024
/** Ten million characters take a few seconds and a tenth of that. */
const LIMITS = { timeoutMs: 60_000, heapBytes: 1024 * MIB, processBytes: 2048 * MIB }

export type SurveyDeps = { db: WriteDb; now: () => number }

/** What a file would become; stored nowhere. @throws EngineError `invalid_input` */
export async function previewSurvey(request: PreviewSurveyRequest): Promise<SurveyPreview> {
  return (await readFile(request)).preview
}

/** Keeps a survey as its preview showed it. @throws EngineError `invalid_input` */
export async function createSurvey(
  deps: SurveyDeps,
  tenantId: TenantId,
  { about, ...request }: CreateSurveyRequest,
): Promise<HumanSurveyAnswer> {
  checkDates(about)
  const { preview, packed } = await readFile(request)
  if (!packed) throw invalidInput([{ path: ['columns'], message: preview.problem }])
  const id = HumanSurveyId.parse(randomUUID())
  const { rows, people, effectiveN: kishN, weighted, fromShares, items } = preview
  // A row per question was read as one per answer.
  const layout = preview.layout === 'answers' ? ('answers' as const) : ('counts' as const)
  const kept = { id, about, layout, rows, people, kishN, weighted, fromShares, items, packed }
  await deps.db
    .transaction()
    .execute((trx) => insertSurvey(trx, tenantId, { ...kept, createdAt: deps.now() }))
  return getSurvey(deps, tenantId, id)
}

/** @throws EngineError `not_found`, also for a survey in the trash */
export async function getSurvey(
  { db }: { db: ReadDb },
  tenantId: TenantId,
  id: HumanSurveyId,
): Promise<HumanSurveyAnswer> {
  const survey = await findSurvey(db, tenantId, id)
  if (!survey) throw new EngineError('not_found', `No survey ${id}`)
  return { survey, items: await listItems(db, id, survey.designEffect) }
}

/** Newest first. */
export function listSurveys(
  { db }: { db: ReadDb },
  tenantId: TenantId,
  page: { limit: number; cursor?: string | undefined },
) {
  return listSurveyPage(db, tenantId, page)
}

/** Changes what is said about a survey. @throws EngineError `not_found`, `invalid_input` */
export async function changeSurvey(
  deps: SurveyDeps,
  tenantId: TenantId,
  id: HumanSurveyId,
  { about, items = [] }: Pick<UpdateSurveyRequest, 'about' | 'items'>,
): Promise<HumanSurveyAnswer> {
  await deps.db.transaction().execute(async (trx) => {
    const before = await getSurvey({ db: trx }, tenantId, id)
    const after = SurveySource.strip().parse({ ...before.survey, ...about })
    checkDates(after)
    await updateAbout(trx, id, { about: after, now: deps.now() })
    for (const [index, change] of items.entries()) {
      const item = before.items.find((one) => one.id === change.id)
      if (!item)
        throw invalidInput([
          { path: ['items', index, 'id'], message: `"${change.id}" is no item of this survey` },
        ])
      const { text = item.text, ordered = item.ordered, usedFor = item.usedFor } = change
      await updateItem(trx, id, { id: item.id, text, ordered, usedFor })
    }
  })
  return getSurvey(deps, tenantId, id)
}

/** Moves a survey to the trash; reports that rest on it stay as they are. */
export async function removeSurvey(
  deps: SurveyDeps,
  tenantId: TenantId,
  id: HumanSurveyId,
): Promise<HumanSurveyAnswer> {
  const answer = await getSurvey(deps, tenantId, id)
  await moveToTrash(deps.db, { table: 'human_survey', tenantId, id }, deps.now())
  return answer
}

/** @throws EngineError `not_found` when there is no such survey in the trash */
export async function restoreSurvey(
  deps: SurveyDeps,
  tenantId: TenantId,
  id: HumanSurveyId,
): Promise<HumanSurveyAnswer> {
  await takeFromTrash(deps.db, { table: 'human_survey', tenantId, id })
  return getSurvey(deps, tenantId, id)
}

export type SurveyAnswers = {
  readonly survey: HumanSurvey
  readonly items: readonly SurveyItem[]
  readonly data: SurveyData
}

/**
 * What people answered to some of the items, and every item's description.
 *
 * @throws EngineError `not_found`
 */
export async function readSurveyAnswers(
  db: ReadDb,
  tenantId: TenantId,
  { surveyId, itemIds }: { surveyId: HumanSurveyId; itemIds: readonly string[] },
): Promise<SurveyAnswers> {
  const { survey, items } = await getSurvey({ db }, tenantId, surveyId)
  const { weights, persons, codes } = await findAnswersOf(db, surveyId, itemIds)
  const wanted = items.filter(({ id }) => codes.has(id))
  return {
    survey,
    items,
    data: {
      layout: survey.layout,
      weights: unpackWeights(weights),
      persons: persons && unpackTexts(persons),
      weighted: survey.weighted,
      items: wanted.map((item): SurveyColumnData => ({
        ...item,
        values: item.values.map(({ value }) => value),
        labels: item.values.map(({ label }) => label),
        codes: unpackCodes(codes.get(item.id)!),
      })),
    },
  }
}

async function readFile({ text, layout, base, columns }: SurveyWork) {
  const work = { text, ...(layout && { layout }), ...(base && { base }), columns }
  const result = await runWorker<SurveyWork, SurveyWorkResult>(import.meta.url, 'surveys', work, {
    limits: LIMITS,
  }).catch((error: unknown) => {
    if (!(error instanceof WorkerLimitError)) throw error
    throw new EngineError('too_large', `Reading the table took too much ${error.limit}`)
  })
  if ('fault' in result) throw invalidInput([{ path: ['text'], message: result.fault }])
  return result
}

function checkDates({ fieldworkFrom, fieldworkTo }: SurveySource): void {
  if (fieldworkFrom !== null && fieldworkTo !== null && fieldworkTo < fieldworkFrom)
    throw invalidInput([{ path: ['about', 'fieldworkTo'], message: 'lies before its beginning' }])
}
