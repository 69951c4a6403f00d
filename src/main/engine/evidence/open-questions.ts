import type { RunId } from '../../../shared/contract/ids.ts'
import type { AnswerProcess } from '../domain/evidence/evidence-input.ts'
import type { KeptCodebooks } from '../themes/kept-codebooks.ts'
import type { AnsweredTask } from './evidence.repo.ts'
import type { RunRecord } from './gather.ts'

/** Plain data, as little as is needed: it crosses between threads. */
export type OpenQuestions = {
  readonly runId: RunId
  readonly questions: readonly { readonly id: string; readonly asked: string }[]
  /** The rows, in their order. */
  readonly tasks: readonly Pick<AnsweredTask, 'taskId' | 'personaId' | 'condition'>[]
  readonly codebooks: KeptCodebooks['codebooks']
} & Pick<AnswerProcess, 'randomSeed' | 'temperature'>

/** What is looked for in a run: nothing where it has no open question. */
export function openQuestionsOf(
  { run, manifest, tasks }: Pick<RunRecord, 'run' | 'manifest' | 'tasks'>,
  codebooks: OpenQuestions['codebooks'],
): OpenQuestions {
  const { randomSeed, temperature } = manifest.study.design
  return {
    runId: run.id,
    questions: manifest.skill.body.questions
      .filter(({ type }) => type === 'open')
      .map(({ id, text: asked }) => ({ id, asked })),
    tasks: tasks.map(({ taskId, personaId, condition }) => ({ taskId, personaId, condition })),
    codebooks,
    randomSeed,
    temperature,
  }
}
