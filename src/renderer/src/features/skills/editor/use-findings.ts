import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { Question } from '../../../../../shared/contract/questions.ts'
import { LintSkillAnswer, type LintFinding } from '../../../../../shared/contract/skill-lint.ts'
import { SkillLogicAnswer } from '../../../../../shared/contract/skill-logic.ts'
import { PreviewSkillAnswer } from '../../../../../shared/contract/skill-preview.ts'
import { request } from '../../../lib/api.ts'
import { toBody, type SkillDraft } from './skill-draft.ts'

const SETTLE_MS = 350

/** What a draft is told while it is written. Everything is about `settled`, the draft as it was sent. */
export type DraftChecks = {
  readonly settled: SkillDraft
  readonly lint: readonly LintFinding[]
  /** Undefined until every question can be read. */
  readonly logic: SkillLogicAnswer | undefined
  /** By question id; only of questions that are finished. */
  readonly prompts: ReadonlyMap<string, string>
  readonly error: unknown
}

/** Lint, logic and prompts of a draft, asked for once typing pauses. */
export function useDraftChecks(draft: SkillDraft): DraftChecks {
  const [settled] = useDebouncedValue(draft, SETTLE_MS)
  const body = useMemo(() => toBody(settled), [settled])
  const finished = useMemo(
    () => body.questions.filter((question) => Question.safeParse(question).success),
    [body],
  )
  const { rotation } = body
  const questions = useMemo(() => body.questions.map(worded), [body])
  const canCheckLogic =
    questions.length > 0 &&
    questions.every((question) => Question.safeParse(question).success) &&
    new Set(questions.map(({ id }) => id)).size === questions.length
  const lint = useCheck('lint', LintSkillAnswer, body, true)
  const logic = useCheck('logic', SkillLogicAnswer, { questions, rotation }, canCheckLogic)
  const preview = useCheck(
    'preview',
    PreviewSkillAnswer,
    { questions: finished },
    finished.length > 0,
  )
  const prompts = useMemo(
    () => new Map((preview.data?.prompts ?? []).map((one) => [one.questionId, one.prompt])),
    [preview.data],
  )
  return {
    settled,
    lint: lint.isPlaceholderData ? [] : (lint.data?.findings ?? []),
    logic: canCheckLogic ? logic.data : undefined,
    prompts,
    error: lint.error ?? logic.error ?? preview.error,
  }
}

/** Logic does not wait for the wording. */
function worded(question: z.input<typeof Question>): z.input<typeof Question> {
  return question.text.trim() === '' ? { ...question, text: '–' } : question
}

function useCheck<Schema extends z.ZodType>(
  what: 'lint' | 'logic' | 'preview',
  answer: Schema,
  body: unknown,
  enabled: boolean,
) {
  return useQuery({
    queryKey: ['skill-draft', what, body],
    queryFn: ({ signal }) => request('POST', `/skills/${what}`, { answer, body, signal }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    staleTime: Infinity,
    enabled,
  })
}
