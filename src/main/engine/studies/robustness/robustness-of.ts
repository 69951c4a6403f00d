import type { RobustnessReport } from '../../../../shared/contract/robustness.ts'
import type { RobustnessInput } from '../../domain/studies/robustness/robustness-report.ts'
import { ROBUSTNESS_METHOD } from '../../domain/studies/robustness/robustness-report.ts'
import { EngineError } from '../../errors.ts'
import { listEveryAnswer } from '../../evidence/every-answer.ts'
import type { RunOfTenant } from '../../evidence/contradictions.ts'
import type { RunKind } from '../../evidence/run-kind.ts'
import { runWorker } from '../../workers/run-worker.ts'
import { getRun } from '../get-run.ts'
import { getManifestHead } from '../manifest.ts'

/**
 * What moves the estimates of a robustness run, computed in a worker.
 *
 * @throws EngineError `conflict` for a run that was launched for something else
 */
export const robustnessOf: RunKind<RunOfTenant, RobustnessReport> = async (
  { tenantId, runId },
  { db, signal },
) => {
  const run = await getRun(db, tenantId, runId)
  const { robustness, skill } = await getManifestHead(db, tenantId, runId)
  if (!robustness)
    throw new EngineError(
      'conflict',
      'This run asked everybody in one way: launch a robustness run of its study',
    )
  const { variants, wordings, isFull } = robustness
  const { questions } = skill.body
  const { tasks, answersTo } = await listEveryAnswer(db, tenantId, runId)
  const units = new Map(
    [...new Set(tasks.map(({ personaId }) => personaId))].map((id, i) => [id, i]),
  )
  const cohorts = [...new Set(tasks.map(({ cohortId }) => cohortId))]
  const work: RobustnessInput = {
    questions,
    variants,
    design: {
      unit: Int32Array.from(tasks, ({ personaId }) => units.get(personaId)!),
      stratum: Int32Array.from(tasks, ({ cohortId }) => cohorts.indexOf(cohortId)),
      weight: new Float64Array(tasks.length).fill(1),
    },
    variantOf: Int32Array.from(tasks, ({ arm }) =>
      arm === null ? 0 : variants.findIndex(({ id }) => id === arm),
    ),
    answers: Object.fromEntries(questions.map(({ id }) => [id, answersTo(id)])),
    rehearsal: run.rehearsal,
  }
  return {
    runId,
    personas: units.size,
    variants,
    wordings,
    isFull,
    measures: await runWorker<RobustnessInput, RobustnessReport['measures']>(
      import.meta.url,
      'robustness',
      work,
      { signal },
    ),
    method: ROBUSTNESS_METHOD,
    provisional: run.status !== 'succeeded',
    rehearsal: run.rehearsal,
  }
}
