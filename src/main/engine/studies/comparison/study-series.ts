import type { Estimate, Evidence } from '../../../../shared/contract/evidence.ts'
import type { RunId, StudyId, TenantId } from '../../../../shared/contract/ids.ts'
import type { StudySeries } from '../../../../shared/contract/run-comparison.ts'
import { getEvidence, type EvidenceDeps } from '../../evidence/evidence.ts'
import { gatherRun, type RunRecord } from '../../evidence/gather.ts'
import { listStudyRuns } from '../get-run.ts'
import { agreementBetween } from './compare-runs.ts'

const MAX_RUNS = 24

/**
 * Estimates of a study's runs over time, and retest agreement from each run to the next.
 *
 * @throws EngineError `not_found`
 */
export async function getSeries(
  deps: EvidenceDeps,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<StudySeries> {
  const { db } = deps
  const { runs } = await listStudyRuns(db, tenantId, studyId, { limit: 200 })
  const shown = runs
    .filter(({ tasks, purpose }) => tasks.succeeded > 0 && purpose === 'study')
    .slice(0, MAX_RUNS)
    .toReversed()
  const evidence: Evidence[] = []
  const agreement: StudySeries['agreement'] = []
  let before: RunRecord | undefined
  // One after the other: a run at a time fits in memory.
  for (const { id, number } of shown) {
    const record = await gatherRun(db, tenantId, id as RunId)
    evidence.push(await getEvidence(deps, tenantId, id as RunId))
    if (before) {
      const questions = agreementBetween(record, before)
      agreement.push({ from: before.run.number, to: number, questions })
    }
    before = record
  }
  return {
    studyId,
    runs: shown.map(({ id, number, modelName, rehearsal, startedAt, createdAt }, i) => ({
      id,
      number,
      modelName,
      rehearsal,
      provisional: evidence[i]!.provisional,
      at: startedAt ?? createdAt,
    })),
    questions: seriesOf(evidence),
    agreement,
  }
}

function seriesOf(evidence: readonly Evidence[]): StudySeries['questions'] {
  const asked = new Map(
    evidence.flatMap(({ questions }) =>
      questions.map((question) => [question.questionId, question.text] as const),
    ),
  )
  return [...asked].flatMap(([questionId, text]) => {
    const lines = evidence.map((run) => estimatesOf(run, questionId))
    const measures = [...new Set(lines.flatMap((line) => [...line.keys()]))]
    if (measures.length === 0) return []
    return [
      {
        questionId,
        text,
        lines: measures.map((measure) => ({
          measure,
          isShare: lines.some((line) => line.get(measure)?.isShare),
          estimates: lines.map((line) => line.get(measure)?.estimate ?? null),
        })),
      },
    ]
  })
}

type Line = { readonly isShare: boolean; readonly estimate: Estimate }

/** What an answer of several parts comes to, else the mean where there is one, else the shares. */
function estimatesOf({ questions }: Evidence, questionId: string): Map<string, Line> {
  const overall = questions.find((question) => question.questionId === questionId)?.overall
  const { measures = [], mean, shares = [] } = overall ?? {}
  if (measures.length > 0)
    return new Map(
      measures.map(({ group, label, isShare, estimate }) => [
        group === null ? label : `${group}: ${label}`,
        { isShare, estimate },
      ]),
    )
  if (mean) return new Map([['mean', { isShare: false, estimate: mean }]])
  return new Map(shares.map(({ label, share }) => [label, { isShare: true, estimate: share }]))
}
