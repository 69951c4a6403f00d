import { randomUUID } from 'node:crypto'
import type {
  CoderAgreement,
  CodingSample,
  CodingSampleList,
} from '../../../shared/contract/coding-samples.ts'
import { TaskId, type TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { shuffle } from '../domain/random.ts'
import { agreementOf } from '../domain/themes/agreement-of.ts'
import { foldCodebook } from '../domain/themes/codebook.ts'
import { EngineError } from '../errors.ts'
import { findAnswerTexts } from '../evidence/open-answers.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { toIso } from '../memory/instant.ts'
import type { StoredCodebook } from './codebooks.repo.ts'
import { getCodebook, startCodebook, type Place, type ThemesDeps } from './codebooks.ts'
import {
  insertSample,
  listSamples,
  saveSampleCodes,
  type StoredSample,
} from './coding-samples.repo.ts'

export type SamplePlace = Place & { readonly sampleId: string }

/**
 * Draws answers to be coded by hand, by the codebook as it stands.
 *
 * @throws EngineError `not_found`; `conflict` where there are no themes to code by
 */
export async function startSample(
  deps: ThemesDeps,
  tenantId: TenantId,
  place: Place,
  { n, seed }: { n: number; seed: number },
): Promise<CodingSample> {
  const book = await startCodebook(deps, tenantId, place)
  const state = foldCodebook(book.start, book.events)
  if (state.themes.length === 0)
    throw new EngineError('conflict', 'There are no themes to code answers by')
  const taskIds = shuffle([...state.coded.keys()].toSorted(), 'coding sample', seed).slice(0, n)
  const sample = {
    id: randomUUID(),
    revision: book.events.length,
    seed,
    taskIds,
    createdAt: deps.now(),
  }
  await insertSample(deps.db, book.id, sample)
  return toSample(deps.db, place, book, { ...sample, codes: new Map() })
}

/** Newest first. @throws EngineError `not_found` without a codebook */
export async function listCodingSamples(
  db: ReadDb,
  tenantId: TenantId,
  place: Place,
): Promise<CodingSampleList['samples']> {
  const { id } = await getCodebook(db, tenantId, place)
  return (await listSamples(db, id)).map((sample) => ({
    id: sample.id,
    seed: sample.seed,
    revision: sample.revision,
    n: sample.taskIds.length,
    coded: sample.codes.size,
    createdAt: toIso(sample.createdAt),
  }))
}

/** What is to be coded, without the built-in coding. @throws EngineError `not_found` */
export async function getSample(
  db: ReadDb,
  tenantId: TenantId,
  place: SamplePlace,
): Promise<CodingSample> {
  const { book, sample } = await findSample(db, tenantId, place)
  return toSample(db, place, book, sample)
}

/** @throws EngineError `not_found`; `invalid_input` for a task or theme that is not the sample's */
export async function saveCodes(
  deps: ThemesDeps,
  tenantId: TenantId,
  place: SamplePlace,
  codes: readonly { taskId: string; themeId: string | null }[],
): Promise<CodingSample> {
  const { book, sample } = await findSample(deps.db, tenantId, place)
  const themes = new Set(themesOf(book, sample).map(({ id }) => id))
  const stray = codes.findIndex(
    ({ taskId, themeId }) =>
      !sample.taskIds.includes(taskId) || (themeId !== null && !themes.has(themeId)),
  )
  if (stray !== -1)
    throw invalidInput([
      { path: ['codes', stray], message: 'must be a task and a theme of this sample' },
    ])
  await saveSampleCodes(deps.db, sample.id, codes, deps.now())
  return getSample(deps.db, tenantId, place)
}

/**
 * How far the user's codes agree with the built-in ones of the same revision: the themes with every
 * edit, without answers that were assigned by hand.
 *
 * @throws EngineError `not_found`; `conflict` until every answer is coded
 */
export async function getAgreement(
  db: ReadDb,
  tenantId: TenantId,
  place: SamplePlace,
): Promise<CoderAgreement> {
  const { book, sample } = await findSample(db, tenantId, place)
  const left = sample.taskIds.filter((task) => !sample.codes.has(task)).length
  if (left > 0)
    throw new EngineError(
      'conflict',
      `${left} of ${sample.taskIds.length} answers are not coded yet: the comparison would not be blind`,
    )
  const events = book.events.slice(0, sample.revision)
  const { themes, coded } = foldCodebook(book.start, events, { builtIn: true })
  const textOf = await findAnswerTexts(db, place.questionId, sample.taskIds)
  const { disagreements, ...found } = agreementOf(
    themes,
    sample.taskIds.map((task) => ({
      taskId: task,
      user: sample.codes.get(task) ?? null,
      builtIn: coded.get(task) ?? null,
    })),
  )
  return {
    ...found,
    disagreements: disagreements.map(({ taskId, ...codes }) => ({
      taskId: TaskId.parse(taskId),
      text: textOf.get(taskId) ?? '',
      ...codes,
    })),
  }
}

async function findSample(db: ReadDb, tenantId: TenantId, place: SamplePlace) {
  const book = await getCodebook(db, tenantId, place)
  const sample = (await listSamples(db, book.id)).find(({ id }) => id === place.sampleId)
  if (!sample) throw new EngineError('not_found', `No coding sample ${place.sampleId}`)
  return { book, sample }
}

function themesOf(book: StoredCodebook, { revision }: StoredSample) {
  return foldCodebook(book.start, book.events.slice(0, revision)).themes
}

async function toSample(
  db: ReadDb,
  place: Place,
  book: StoredCodebook,
  sample: StoredSample,
): Promise<CodingSample> {
  const textOf = await findAnswerTexts(db, place.questionId, sample.taskIds)
  return {
    id: sample.id,
    questionId: place.questionId,
    seed: sample.seed,
    revision: sample.revision,
    themes: themesOf(book, sample).map((theme) => ({ ...theme, keywords: [...theme.keywords] })),
    answers: sample.taskIds.map((task) => ({
      taskId: TaskId.parse(task),
      text: textOf.get(task) ?? '',
      isCoded: sample.codes.has(task),
      themeId: sample.codes.get(task) ?? null,
    })),
    createdAt: toIso(sample.createdAt),
  }
}
