import type { Estimate, Evidence } from '../../../../shared/contract/evidence.ts'
import type { RunId, StudyId, TenantId } from '../../../../shared/contract/ids.ts'
import type { StudySeries } from '../../../../shared/contract/run-comparison.ts'
import { getEvidence, type EvidenceDeps } from '../../evidence/evidence.ts'
import { listStudyRuns } from '../get-run.ts'

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
  signal?: AbortSignal,
): Promise<StudySeries> {
  const { runs } = await listStudyRuns(deps.db, tenantId, studyId, { limit: 200 })
  const shown = runs
    .filter(({ tasks, purpose }) => tasks.succeeded > 0 && purpose === 'study')
    .slice(0, MAX_RUNS)
    .toReversed()
  const evidence: Evidence[] = []
  const agreement: StudySeries['agreement'] = []
  let before: (typeof shown)[number] | undefined
  // One after the other: each and the one before it are kept in memory.
  for (const run of shown) {
    const runId = run.id as RunId
    evidence.push(await getEvidence(deps, tenantId, runId, { signal }))
    if (before) {
      const two = { tenantId, runId, otherId: before.id as RunId }
      const questions = await deps.analyst.ask('agreement', two, signal)
      agreement.push({ from: before.number, to: run.number, questions })
    }
    before = run
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
