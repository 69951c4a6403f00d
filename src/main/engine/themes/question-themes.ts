import type {
  OpenQuestion,
  QuestionThemes,
  ThemeStability,
} from '../../../shared/contract/themes.ts'
import { SegmentField } from '../../../shared/contract/segment-field.ts'
import { CAVEAT } from '../domain/evidence/caveat.ts'
import { domainEstimates } from '../domain/evidence/estimates.ts'
import { designOf } from '../domain/evidence/design-of.ts'
import { everyone } from '../domain/evidence/domains.ts'
import { readable } from '../domain/questions/readable.ts'
import { foldCodebook } from '../domain/themes/codebook.ts'
import { themeSeedOf } from '../domain/themes/coding-of.ts'
import type { ThemeFindings } from '../domain/themes/question-themes.ts'
import { EngineError } from '../errors.ts'
import { findVectorsByRow } from '../evidence/open-answers.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import { toEvidenceInput } from '../evidence/gather.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { toIso } from '../memory/instant.ts'
import { createRecent } from '../recent.ts'
import { runWorker } from '../workers/run-worker.ts'
import { listCodebooks, type StoredCodebook } from './codebooks.repo.ts'
import type { ThemesWork } from './themes.worker.ts'

/** Stabilities kept: they hang on the answers alone, and editing asks for the page again and again. */
const MOST_KEPT = 50
const stabilities = createRecent<string, ThemeStability | null>(MOST_KEPT)

/** The open questions of a run. */
export const openQuestionsOf: RunKind<RunOfTenant, OpenQuestion[]> = async (run, { db, read }) => {
  const record = await read(run)
  const books = await listCodebooks(db, run.runId)
  return record.manifest.skill.body.questions
    .filter(({ type }) => type === 'open')
    .map(({ id, text }) => {
      const answers = [...(record.answers.get(id)?.values() ?? [])]
      const book = books.find(({ questionId }) => questionId === id)
      return {
        questionId: id,
        text: readable(text),
        n: answers.filter(({ status }) => status === 'valid').length,
        codebook: book ? headOf(book) : null,
      }
    })
}

function headOf({ start, events }: StoredCodebook) {
  const { frozenAt } = foldCodebook(start, events)
  return { revision: events.length, frozenAt: frozenAt === null ? null : toIso(frozenAt) }
}

type Request = RunOfTenant & {
  readonly questionId: string
  readonly segmentBy?: string | undefined
}

/**
 * One open question's themes with all that is known of them; computed in a worker.
 *
 * @throws EngineError `not_found`, or `invalid_input` for a field no persona can have
 */
export const questionThemesOf: RunKind<Request, QuestionThemes> = async (
  { tenantId, runId, questionId, segmentBy },
  { db, read, signal },
) => {
  if (segmentBy !== undefined && !SegmentField.safeParse(segmentBy).success)
    throw invalidInput([{ path: ['segmentBy'], message: 'is not a field of a persona' }], 'query')
  const record = await read({ tenantId, runId })
  const input = toEvidenceInput(record, segmentBy ?? null)
  const question = input.questions.find(({ id }) => id === questionId)
  if (question?.type !== 'open')
    throw new EngineError('not_found', `No open question ${questionId} in run ${record.run.number}`)
  const answers = input.answers[questionId] ?? []
  const [stored] = await listCodebooks(db, runId, questionId)
  const state = stored && foldCodebook(stored.start, stored.events)
  const frozenAt = state?.frozenAt ?? null
  const key = [runId, questionId, record.tasks.length].join()
  const work: ThemesWork = {
    kind: 'page',
    // The other questions' answers would be copied for nothing.
    input: { ...input, answers: { [questionId]: answers } },
    questionId,
    answers: {
      asked: question.text,
      taskIds: input.rows.map(({ taskId }) => taskId),
      texts: answers.map((answer) => (answer?.status === 'valid' ? answer.text : undefined)),
      vectors: await findVectorsByRow(db, runId, questionId, input.rows),
    },
    seed: themeSeedOf(record.manifest.study.design.randomSeed, questionId),
    codebook: state && { themes: state.themes, coded: [...state.coded] },
    isFrozen: frozenAt !== null,
    stability: stabilities.get(key),
  }
  const findings = await runWorker<ThemesWork, ThemeFindings>(import.meta.url, 'themes', work, {
    signal,
  })
  stabilities.keep(key, findings.stability)
  const counted = domainEstimates(designOf(input), question, answers, everyone(input))
  return {
    runId,
    questionId,
    text: readable(question.text),
    n: counted.n,
    effectiveN: counted.effectiveN,
    dontKnow: counted.dontKnow,
    refused: counted.refused,
    invalid: counted.invalid,
    coding: stored ? 'codebook' : 'clusters',
    revision: stored?.events.length ?? 0,
    frozenAt: frozenAt === null ? null : toIso(frozenAt),
    ...findings,
    provisional: record.run.status !== 'succeeded',
    rehearsal: record.run.rehearsal,
    caveat: CAVEAT,
  }
}
