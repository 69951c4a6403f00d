import { sql } from 'kysely'
import type { ArmEvidence, RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { CrosstabQuery } from '../../../shared/contract/crosstab.ts'
import type { Evidence, EvidenceProgress } from '../../../shared/contract/evidence.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { computeEvidence } from '../domain/evidence/evidence.ts'
import type { AnswerProcess, EvidenceInput } from '../domain/evidence/evidence-input.ts'
import { similaritiesOf } from '../domain/evidence/quality/similarities.ts'
import { inOrder } from '../domain/evidence/warnings/warnings.ts'
import { codingOf, themeSeedOf, type KeptCodebook } from '../domain/themes/coding-of.ts'
import { registrationWarningsOf } from '../studies/registration.ts'
import { asksForThemes, crosstabOf, type CrosstabOutcome } from './crosstab/crosstab-of.ts'
import { keptCodebooks } from '../themes/kept-codebooks.ts'
import { totalErrorFor, type TotalErrorBasis } from '../validation/total-error.ts'
import { byRow, type FindContradictions, type RunOfTenant } from './find-contradictions.ts'
import { answersWithoutPersona, armsOfRun } from './arms.ts'
import { findVectorsByRow } from './open-answers.ts'
import { gatherRun, toEvidenceInput, type RunRecord } from './gather.ts'
import { referenceCosines } from './references.ts'

export type AnalysisRequest = {
  readonly tenantId: TenantId
  readonly runId: RunId
  /** A field of the persona to cut by, besides cohorts and conditions. */
  readonly segmentBy: string | null
}
export type CrosstabRequest = Pick<AnalysisRequest, 'tenantId' | 'runId'> & {
  readonly query: CrosstabQuery
}
export type Analysis = {
  /** @throws EngineError `not_found` */
  evidence(
    request: AnalysisRequest,
    report: (progress: EvidenceProgress) => void,
  ): Promise<RunEvidence>
  /** @throws EngineError `not_found` */
  crosstab(
    request: CrosstabRequest,
    report: (progress: EvidenceProgress) => void,
  ): Promise<CrosstabOutcome>
}

type Report = (progress: EvidenceProgress) => void

/** What of the answers does not hang on how they are cut. */
type Found = {
  readonly themes: EvidenceInput['themes']
  readonly similarities: AnswerProcess['similarities']
  readonly contradictions: AnswerProcess['contradictions']
  readonly noPersona: AnswerProcess['noPersona']
}
/** A run as it was read, and what was found in it since. */
type Studied = {
  readonly record: RunRecord
  readonly readAt: number
  /** Which codebooks its themes follow. */
  readonly codedBy: string
  readonly found: (report: Report) => Promise<Found>
  readonly arms: (report: Report) => Promise<ArmEvidence[]>
  readonly evidence: Map<string | null, Evidence>
}

/** Runs kept in memory: the one that is looked at, and one to compare it with. */
const MOST_RUNS = 2

/**
 * Evidence, with what was read and found kept: of a run that goes on, only what is new is read, and
 * nothing is computed twice where nothing has changed.
 *
 * @param readsOthers  whether other connections write: then SQLite tells whether they have
 * @param findContradictions  best in another thread: it takes as long as reading the run
 */
export function createAnalysis(
  db: ReadDb,
  {
    readsOthers,
    findContradictions,
  }: { readonly readsOthers: boolean; readonly findContradictions: FindContradictions },
): Analysis {
  const studied = new Map<RunId, Studied>()

  async function study(
    { tenantId, runId }: RunOfTenant,
    report: Report,
    early?: ReturnType<FindContradictions>,
  ): Promise<Studied> {
    const before = studied.get(runId)
    const readAt = readsOthers ? await dataVersion(db) : Number.NaN
    if (before?.readAt === readAt) return before
    const record = await gatherRun(db, tenantId, runId, {
      known: before?.record,
      onRead: (done, total) => report({ phase: 'reading', done, total }),
    })
    const { codebooks, stamp: codedBy } = await keptCodebooks(db, runId)
    const contradictions = () => early ?? findContradictions({ tenantId, runId })
    const now =
      before && isSame(before.record, record) && before.codedBy === codedBy
        ? { ...before, readAt }
        : {
            record,
            readAt,
            codedBy,
            found: once((report) => findOnce(db, record, { codebooks, contradictions, report })),
            arms: once(() => armsOfRun(db, tenantId, record)),
            evidence: new Map(),
          }
    studied.delete(runId)
    studied.set(runId, now)
    if (studied.size > MOST_RUNS) studied.delete(studied.keys().next().value!)
    return now
  }

  return {
    async evidence(request, report) {
      const { tenantId, runId } = request
      // A run seen for the first time is read and checked at once.
      const early = studied.has(runId) ? undefined : findContradictions({ tenantId, runId })
      early?.catch(() => {})
      const {
        record,
        found: readings,
        arms,
        evidence,
      } = await study({ tenantId, runId }, report, early)
      const found = evidence.get(request.segmentBy) ?? (await compute())
      evidence.set(request.segmentBy, found)
      const changed = await registrationWarningsOf(db, record.run, record.manifest)
      // Asked anew each time: what is validated elsewhere changes no run.
      const { totalError, note } = await totalErrorFor(db, basisOf(record), found.questions)
      const warnings = inOrder([...changed, ...found.warnings])
      return { ...found, warnings, totalError, totalErrorNote: note, arms: await arms(report) }

      async function compute(): Promise<Evidence> {
        const { themes, ...rest } = await readings(report)
        const references = await referenceCosines(record)
        const plain = toEvidenceInput(record, request.segmentBy)
        const process = { ...plain.process!, ...rest }
        const total = plain.questions.length
        return computeEvidence({ ...plain, themes, references, process }, (done) =>
          report({ phase: 'estimating', done, total }),
        )
      }
    },
    async crosstab({ query, ...of }, report) {
      const { record, found } = await study(of, report)
      const themes = asksForThemes(record, query) ? (await found(report)).themes : {}
      return crosstabOf(record, query, themes)
    },
  }
}

function basisOf({ run, manifest }: RunRecord): TotalErrorBasis {
  return {
    tenantId: run.tenantId,
    populationVersionId: manifest.population.versionId,
    skillVersionId: manifest.skill.versionId,
    modelName: manifest.model.modelName,
    engineVersion: manifest.engineVersion,
  }
}

/** Changes whenever another connection has committed. */
async function dataVersion(db: ReadDb): Promise<number> {
  const { data_version: version } = await db
    .selectFrom(sql<{ data_version: number }>`pragma_data_version`.as('pragma'))
    .select('data_version')
    .executeTakeFirstOrThrow()
  return version
}

/** Whether a run read again holds what it held before. */
function isSame(before: RunRecord, after: RunRecord): boolean {
  return (
    before.tasks.length === after.tasks.length &&
    before.personas.size === after.personas.size &&
    [...after.personas].every(([id, persona]) => before.personas.get(id) === persona) &&
    JSON.stringify([before.run, before.beside, before.cohorts]) ===
      JSON.stringify([after.run, after.beside, after.cohorts])
  )
}

/** Looked for when it is first wanted, so that nothing waits for what it does not need. */
function once<Value>(find: (report: Report) => Promise<Value>): (report: Report) => Promise<Value> {
  let found: Promise<Value> | undefined
  return (report) => (found ??= find(report))
}

async function findOnce(
  db: ReadDb,
  record: RunRecord,
  {
    codebooks,
    contradictions,
    report,
  }: {
    codebooks: Readonly<Record<string, KeptCodebook>>
    contradictions: () => ReturnType<FindContradictions>
    report: Report
  },
): Promise<Found> {
  const { run, manifest, tasks, answers } = record
  const open = manifest.skill.body.questions.filter(({ type }) => type === 'open')
  const themes: Record<string, Found['themes'][string]> = {}
  const input = toEvidenceInput(record, null)
  let similarities: Found['similarities'] = {}
  // Not the manifest's hash: it covers ids, and the same study elsewhere would have other themes.
  const { randomSeed } = manifest.study.design
  for (const [done, { id, text }] of open.entries()) {
    report({ phase: 'themes', done, total: open.length })
    const texts = tasks.map(({ taskId }) => {
      const answer = answers.get(id)?.get(taskId)
      return answer?.status === 'valid' ? answer.text : undefined
    })
    const vectors = await findVectorsByRow(db, run.id, id, tasks)
    const taskIds = tasks.map(({ taskId }) => taskId)
    const given = { asked: text, taskIds, texts, vectors }
    themes[id] = codingOf(given, themeSeedOf(randomSeed, id), codebooks[id])
    similarities = { ...similarities, ...similaritiesOf(input, { [id]: vectors }) }
  }
  const found = await contradictions()
  return {
    themes,
    similarities,
    contradictions: found && byRow(found, tasks),
    noPersona: await answersWithoutPersona(db, record),
  }
}
