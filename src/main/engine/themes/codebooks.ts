import { randomUUID } from 'node:crypto'
import type { Codebook, CodebookEditRequest } from '../../../shared/contract/codebooks.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import {
  foldCodebook,
  type CodebookEvent,
  type CodebookStart,
  type CodebookState,
} from '../domain/themes/codebook.ts'
import { describeEvents } from '../domain/themes/describe-edits.ts'
import { EngineError } from '../errors.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { toIso } from '../memory/instant.ts'
import { getRun } from '../studies/get-run.ts'
import {
  insertCodebook,
  insertEvent,
  listCodebooks,
  type StartedFrom,
  type StoredCodebook,
} from './codebooks.repo.ts'

export type ThemesDeps = AnalystDeps & { readonly db: WriteDb; readonly now: () => number }
/** Which codebook is meant. */
export type Place = { readonly runId: RunId; readonly questionId: string }

/** Null where the question has none: its themes are those found. @throws EngineError `not_found` */
export async function findCodebook(
  db: ReadDb,
  tenantId: TenantId,
  place: Place,
): Promise<StoredCodebook | undefined> {
  const { id } = await getRun(db, tenantId, place.runId)
  const [stored] = await listCodebooks(db, id, place.questionId)
  return stored
}

/**
 * Begins a codebook with the themes found, or with those of another run of the study; the one there
 * is where it was begun before.
 *
 * @throws EngineError `not_found`, `invalid_input` for a run of another study or without a codebook,
 *   `conflict` when there is one already and another was to be taken over
 */
export async function startCodebook(
  deps: ThemesDeps,
  tenantId: TenantId,
  place: Place,
  carryFrom?: RunId,
): Promise<StoredCodebook> {
  const known = await findCodebook(deps.db, tenantId, place)
  if (known && carryFrom !== undefined)
    throw new EngineError('conflict', 'This question has a codebook already')
  if (known) return known
  const begun =
    carryFrom === undefined
      ? await startFromClusters(deps, tenantId, place)
      : await startFromRun(deps, tenantId, place, carryFrom)
  const id = randomUUID()
  await insertCodebook(deps.db, { id, tenantId, ...place, ...begun, now: deps.now() })
  return (await findCodebook(deps.db, tenantId, place))!
}

type Begun = { readonly start: CodebookStart; readonly startedFrom: StartedFrom }

async function startFromClusters(
  deps: ThemesDeps,
  tenantId: TenantId,
  place: Place,
): Promise<Begun> {
  const { themes, coded } = await askAboutRun(deps, 'coding', { tenantId, ...place })
  const sizes = themes.map((_, index) => coded.filter(({ theme }) => theme === index).length)
  return {
    startedFrom: { kind: 'clusters' },
    start: {
      themes: themes.toSorted((a, b) => sizes[themes.indexOf(b)]! - sizes[themes.indexOf(a)]!),
      coded: coded.map(({ taskId, theme }) => [taskId, themes[theme]?.id ?? null]),
    },
  }
}

async function startFromRun(
  deps: ThemesDeps,
  tenantId: TenantId,
  place: Place,
  carryFrom: RunId,
): Promise<Begun> {
  const wanted = { tenantId, ...place, carryFrom }
  const { start, number } = await askAboutRun(deps, 'carriedCodebook', wanted)
  return { start, startedFrom: { kind: 'run', runId: carryFrom, number } }
}

export type EditRequest = {
  readonly edit: CodebookEditRequest
  readonly revision?: number | undefined
}

/**
 * Makes one edit; begins the codebook where there is none.
 *
 * @throws EngineError `not_found`; `invalid_input` for what cannot be done; `conflict` when it is
 *   frozen or was edited since `revision`
 */
export async function editCodebook(
  deps: ThemesDeps,
  tenantId: TenantId,
  place: Place,
  { edit: request, revision }: EditRequest,
): Promise<StoredCodebook> {
  const stored = await startCodebook(deps, tenantId, place)
  requireOpen(stored)
  if (revision !== undefined && revision !== stored.events.length)
    throw new EngineError(
      'conflict',
      `The codebook is at revision ${stored.events.length}, the edit was made on ${revision}`,
    )
  const { start, events } = stored
  const wanted = { tenantId, ...place, edit: request, book: { start, events } }
  const resolved = await askAboutRun(deps, 'codebookEdit', wanted)
  if ('refused' in resolved) throw invalidInput([{ path: ['edit'], message: resolved.refused }])
  return append(deps, tenantId, place, stored, {
    type: 'edit',
    at: deps.now(),
    edit: resolved.edit,
  })
}

/** @throws EngineError `not_found` without a codebook, `conflict` where there is nothing to do */
export async function stepCodebook(
  deps: ThemesDeps,
  tenantId: TenantId,
  place: Place,
  type: 'undo' | 'redo' | 'freeze' | 'unfreeze',
): Promise<StoredCodebook> {
  const stored =
    type === 'freeze'
      ? await startCodebook(deps, tenantId, place)
      : await getCodebook(deps.db, tenantId, place)
  const state = foldCodebook(stored.start, stored.events)
  const problem = {
    undo: state.canUndo ? undefined : 'There is nothing to undo',
    redo: state.canRedo ? undefined : 'There is nothing to do again',
    freeze: state.frozenAt === null ? undefined : 'The themes are frozen already',
    unfreeze: state.frozenAt === null ? 'The themes are not frozen' : undefined,
  }[type]
  if (type === 'undo' || type === 'redo') requireOpen(stored)
  if (problem !== undefined) throw new EngineError('conflict', problem)
  return append(deps, tenantId, place, stored, { type, at: deps.now() })
}

/** @throws EngineError `not_found` */
export async function getCodebook(
  db: ReadDb,
  tenantId: TenantId,
  place: Place,
): Promise<StoredCodebook> {
  const stored = await findCodebook(db, tenantId, place)
  if (!stored) throw new EngineError('not_found', `No codebook for question ${place.questionId}`)
  return stored
}

function requireOpen({ start, events }: StoredCodebook): void {
  const { frozenAt } = foldCodebook(start, events)
  if (frozenAt === null) return
  throw new EngineError(
    'conflict',
    `The themes were frozen on ${toIso(frozenAt).slice(0, 10)}: open them again to edit them`,
  )
}

async function append(
  { db }: ThemesDeps,
  tenantId: TenantId,
  place: Place,
  stored: StoredCodebook,
  event: CodebookEvent,
): Promise<StoredCodebook> {
  if (!(await insertEvent(db, stored.id, stored.events.length + 1, event)))
    throw new EngineError('conflict', 'Somebody else edited the codebook at the same moment')
  return getCodebook(db, tenantId, place)
}

export function toCodebook(stored: StoredCodebook, { runId, questionId }: Place): Codebook {
  const { start, events } = stored
  const state = foldCodebook(start, events)
  const described = describeEvents(start, events)
  return {
    runId,
    questionId,
    revision: events.length,
    startedFrom: stored.startedFrom,
    startedAt: toIso(stored.createdAt),
    themes: state.themes.map((theme) => ({
      ...theme,
      keywords: [...theme.keywords],
      answers: countOf(state, theme.id),
    })),
    unclear: countOf(state, null),
    frozenAt: state.frozenAt === null ? null : toIso(state.frozenAt),
    canUndo: state.canUndo,
    canRedo: state.canRedo,
    history: events.map(({ at }, i) => ({ revision: i + 1, at: toIso(at), ...described[i]! })),
  }
}

function countOf({ coded }: CodebookState, themeId: string | null): number {
  let count = 0
  for (const theme of coded.values()) if (theme === themeId) count += 1
  return count
}
