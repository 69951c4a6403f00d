import type { CodebookEditRequest } from '../../../shared/contract/codebooks.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { ThemeAssignment } from '../domain/evidence/evidence-input.ts'
import { foldCodebook, type CodebookStart } from '../domain/themes/codebook.ts'
import { resolveEdit, type Resolved } from '../domain/themes/resolve-edit.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import { getOpenAnswers } from '../evidence/open-answers.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { runWorker } from '../workers/run-worker.ts'
import { listCodebooks, type StoredCodebook } from './codebooks.repo.ts'
import type { ThemesWork } from './themes.worker.ts'

type Question = RunOfTenant & { readonly questionId: string }

/** The theme of each valid answer: an index of `themes`, or none of them. */
export type Coding = {
  readonly themes: ThemeAssignment['labels']
  readonly coded: readonly { readonly taskId: string; readonly theme: number }[]
}

/**
 * Answers to an open question by its codebook; by the themes found where there is none.
 *
 * @throws EngineError `not_found` where the run has no such open question
 */
export const codingOfQuestion: RunKind<Question, Coding> = async (
  { tenantId, ...place },
  { db, signal },
) => {
  const { answers, seed } = await getOpenAnswers(db, tenantId, place)
  const [stored] = await listCodebooks(db, place.runId, place.questionId)
  const state = stored && foldCodebook(stored.start, stored.events)
  const codebook = state && { themes: state.themes, coded: [...state.coded] }
  const work: ThemesWork = { kind: 'code', answers, seed, codebook }
  const { labels, themeOf } = await inWorker<ThemeAssignment>(work, signal)
  return {
    themes: labels,
    coded: answers.taskIds.map((taskId, row) => ({ taskId, theme: themeOf[row]! })),
  }
}

type Carry = Question & { readonly carryFrom: RunId }
type Carried = { readonly start: CodebookStart; readonly number: number }

/**
 * The codebook of another run of the study, for the answers of this one; with that run's number.
 *
 * @throws EngineError `not_found`; `invalid_input` for a run of another study or without a codebook
 */
export const carriedCodebookOf: RunKind<Carry, Carried> = async (
  { tenantId, carryFrom, ...place },
  { db, signal },
) => {
  const target = await getOpenAnswers(db, tenantId, place)
  const source = await getOpenAnswers(db, tenantId, { ...place, runId: carryFrom })
  const [stored] = await listCodebooks(db, carryFrom, place.questionId)
  const problem =
    source.run.studyId !== target.run.studyId
      ? 'must be a run of the same study'
      : source.run.id === target.run.id
        ? 'must be another run'
        : stored
          ? undefined
          : 'must have a codebook for this question'
  if (problem !== undefined) throw invalidInput([{ path: ['carryFrom'], message: problem }])
  const { start, events } = stored!
  const work: ThemesWork = {
    kind: 'carry',
    start,
    events,
    source: source.answers,
    target: target.answers,
  }
  return { start: await inWorker<CodebookStart>(work, signal), number: source.run.number }
}

type Edit = Question & {
  readonly edit: CodebookEditRequest
  readonly book: Pick<StoredCodebook, 'start' | 'events'>
}

/** What an edit comes to; only what clusters or searches takes a worker. */
export const codebookEditOf: RunKind<Edit, Resolved> = async (
  { tenantId, edit, book: { start, events }, ...place },
  { db, signal },
) => {
  const withVectors = edit.type === 'split'
  const { answers, seed } = await getOpenAnswers(db, tenantId, place, { withVectors })
  const context = { start, events, answers, seed }
  if (edit.type !== 'split' && edit.type !== 'add') return resolveEdit(edit, context)
  return inWorker<Resolved>({ kind: 'edit', request: edit, context }, signal)
}

function inWorker<Output>(work: ThemesWork, signal: AbortSignal | undefined): Promise<Output> {
  return runWorker<ThemesWork, Output>(import.meta.url, 'themes', work, { signal })
}
