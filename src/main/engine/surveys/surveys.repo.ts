import {
  ItemUse,
  SurveyLayout,
  SurveySource,
  SurveyValue,
  type HumanSurvey,
  type HumanSurveyId,
  type SurveyItem,
} from '../../../shared/contract/human-surveys.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { PackedSurvey } from './surveys.worker.ts'

export type NewSurvey = {
  readonly id: HumanSurveyId
  readonly about: SurveySource
  readonly layout: SurveyLayout
  readonly rows: number
  readonly people: number
  readonly kishN: number
  readonly weighted: boolean
  readonly fromShares: boolean
  readonly items: readonly SurveyItem[]
  readonly packed: PackedSurvey
  readonly createdAt: number
}

export async function insertSurvey(
  db: WriteDb,
  tenantId: TenantId,
  survey: NewSurvey,
): Promise<void> {
  const { id, about, packed, createdAt } = survey
  await db
    .insertInto('human_survey')
    .values({
      id,
      tenant_id: tenantId,
      name: about.name,
      about: JSON.stringify(about),
      layout: survey.layout,
      rows: survey.rows,
      people: survey.people,
      kish_n: survey.kishN,
      weighted: survey.weighted ? 1 : 0,
      from_shares: survey.fromShares ? 1 : 0,
      weights: packed.weights,
      persons: packed.persons,
      created_at: createdAt,
      updated_at: createdAt,
      deleted_at: null,
    })
    .execute()
  for (const [position, item] of survey.items.entries())
    await db
      .insertInto('human_item')
      .values({
        survey_id: id,
        position,
        id: item.id,
        kind: item.kind,
        text: item.text,
        ordered: item.ordered ? 1 : 0,
        item_values: JSON.stringify(item.values),
        n: item.n,
        kish_n: item.effectiveN,
        missing: item.missing,
        used_for: JSON.stringify(item.usedFor),
        codes: packed.codes[position]!,
      })
      .execute()
}

/** Undefined when there is none, or when it is in the trash. */
export async function findSurvey(
  db: ReadDb,
  tenantId: TenantId,
  id: HumanSurveyId,
): Promise<HumanSurvey | undefined> {
  const row = await selectSurveys(db, tenantId).where('human_survey.id', '=', id).executeTakeFirst()
  return row && toSurvey(row)
}

/** Newest first. */
export async function listSurveyPage(
  db: ReadDb,
  tenantId: TenantId,
  page: PageOf,
): Promise<{ surveys: HumanSurvey[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await newestFirst(selectSurveys(db, tenantId), 'human_survey', page)
  return { surveys: rows.map(toSurvey), nextCursor }
}

/** In the order of the file. `designEffect` replaces Kish's. */
export async function listItems(
  db: ReadDb,
  id: HumanSurveyId,
  designEffect: number | null,
): Promise<SurveyItem[]> {
  const rows = await db
    .selectFrom('human_item')
    .where('survey_id', '=', id)
    .orderBy('position')
    .select(['id', 'kind', 'text', 'ordered', 'item_values', 'n', 'kish_n', 'missing', 'used_for'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'segment' ? 'segment' : 'question',
    text: row.text,
    ordered: row.ordered === 1,
    values: SurveyValue.array().parse(JSON.parse(row.item_values)),
    n: row.n,
    effectiveN: designEffect === null ? row.kish_n : row.n / designEffect,
    missing: row.missing,
    usedFor: ItemUse.array().parse(JSON.parse(row.used_for)),
  }))
}

/** Packed answers by item id, weights and people. */
export async function findAnswersOf(db: ReadDb, id: HumanSurveyId, itemIds: readonly string[]) {
  const survey = await db
    .selectFrom('human_survey')
    .where('id', '=', id)
    .select(['weights', 'persons'])
    .executeTakeFirstOrThrow()
  const items = await db
    .selectFrom('human_item')
    .where('survey_id', '=', id)
    .where('id', 'in', itemIds)
    .select(['id', 'codes'])
    .execute()
  return { ...survey, codes: new Map(items.map((item) => [item.id, item.codes])) }
}

export async function updateAbout(
  db: WriteDb,
  id: HumanSurveyId,
  { about, now }: { about: SurveySource; now: number },
): Promise<void> {
  await db
    .updateTable('human_survey')
    .set({ name: about.name, about: JSON.stringify(about), updated_at: now })
    .where('id', '=', id)
    .execute()
}

export async function updateItem(
  db: WriteDb,
  surveyId: HumanSurveyId,
  item: Pick<SurveyItem, 'id' | 'text' | 'ordered' | 'usedFor'>,
): Promise<void> {
  await db
    .updateTable('human_item')
    .set({
      text: item.text,
      ordered: item.ordered ? 1 : 0,
      used_for: JSON.stringify(item.usedFor),
    })
    .where('survey_id', '=', surveyId)
    .where('id', '=', item.id)
    .execute()
}

function selectSurveys(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('human_survey')
    .where('human_survey.tenant_id', '=', tenantId)
    .where('human_survey.deleted_at', 'is', null)
    .select([
      'human_survey.id',
      'human_survey.tenant_id',
      'human_survey.about',
      'human_survey.layout',
      'human_survey.rows',
      'human_survey.people',
      'human_survey.kish_n',
      'human_survey.weighted',
      'human_survey.from_shares',
      'human_survey.created_at',
      'human_survey.updated_at',
    ])
    .select((eb) => [
      eb('human_survey.persons', 'is not', null).as('names_people'),
      ...(['question', 'segment'] as const).map((kind) =>
        eb
          .selectFrom('human_item')
          .whereRef('human_item.survey_id', '=', 'human_survey.id')
          .where('human_item.kind', '=', kind)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .as(kind),
      ),
      eb
        .selectFrom('validation')
        .whereRef('validation.survey_id', '=', 'human_survey.id')
        .where('validation.deleted_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('validations'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSurveys>['executeTakeFirstOrThrow']>>

function toSurvey(row: Row): HumanSurvey {
  const about = SurveySource.parse(JSON.parse(row.about))
  return {
    ...about,
    id: row.id as HumanSurveyId,
    tenantId: row.tenant_id as TenantId,
    layout: SurveyLayout.parse(row.layout),
    rows: row.rows,
    people: row.people,
    effectiveN: about.designEffect === null ? row.kish_n : row.people / about.designEffect,
    weighted: row.weighted === 1,
    fromShares: row.from_shares === 1,
    namesPeople: Boolean(row.names_people),
    questions: row.question ?? 0,
    segments: row.segment ?? 0,
    validations: row.validations ?? 0,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}
