import { sql } from 'kysely'
import type { ArmEvidence, RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { Evidence, EvidenceWarning } from '../../../shared/contract/evidence.ts'
import { PopulationVersionId, type RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { closedEvidence, computeEvidence } from '../domain/evidence/evidence.ts'
import type { AnswerProcess } from '../domain/evidence/evidence-input.ts'
import { wordingsOf } from '../domain/evidence/quality/duplicates.ts'
import { missedTargetWarnings } from '../domain/evidence/warnings/missed-targets.ts'
import { inOrder } from '../domain/evidence/warnings/warnings.ts'
import { getVersionBalance } from '../populations/versions.ts'
import { createRecent } from '../recent.ts'
import { registrationWarningsOf } from '../studies/registration.ts'
import { keptCodebooks } from '../themes/kept-codebooks.ts'
import { createTurns } from '../workers/turns.ts'
import { totalErrorFor, type TotalErrorBasis } from '../validation/total-error.ts'
import { byRow, type Contradictions, type RunOfTenant } from './contradictions.ts'
import { answersWithoutPersona, armsOfRun, listBeside } from './arms.ts'
import { openQuestionsOf } from './open-questions.ts'
import type { OpenFindings } from './find-in-open-answers.ts'
import type { Finders } from './finders.ts'
import { gatherRun, toEvidenceInput, type RunRecord } from './gather.ts'
import { referenceCosines } from './references.ts'
import type { Asking, RunKind } from './run-kind.ts'
import { requireKnown } from './require-known.ts'
import { runKinds } from './run-kinds.ts'

export type EvidenceRequest = RunOfTenant & {
  /** A field of the persona to cut by, besides cohorts and conditions. */
  readonly segmentBy: string | null
}
export type Kinds = typeof runKinds & { evidence: RunKind<EvidenceRequest, RunEvidence> }
export type RequestOf<Kind extends keyof Kinds> = Parameters<Kinds[Kind]>[0]
export type ResultOf<Kind extends keyof Kinds> = Awaited<ReturnType<Kinds[Kind]>>

export type Analysis = {
  /** @throws EngineError `not_found` */
  answer<Kind extends keyof Kinds>(
    kind: Kind,
    request: RequestOf<Kind>,
    asking: Asking,
  ): Promise<ResultOf<Kind>>
}

type Report = Asking['report']

/** A run as it was read, and what was found in it since, which does not hang on how it is cut. */
type Studied = {
  readonly record: RunRecord
  readonly readAt: number
  /** Which codebooks its themes follow. */
  readonly codedBy: string
  readonly open: () => Promise<OpenFindings>
  readonly contradictions: () => Promise<Contradictions | undefined>
  readonly noPersona: () => Promise<AnswerProcess['noPersona']>
  readonly arms: () => Promise<ArmEvidence[]>
  readonly missedTargets: () => Promise<EvidenceWarning[]>
  readonly evidence: Map<string | null, Evidence>
}

/** Runs kept in memory: the one that is looked at, and one to compare it with. */
const MOST_RUNS = 2

/**
 * Evidence, with what was read and found kept: of a run that goes on, only what is new is read, and
 * nothing is computed twice where nothing has changed.
 *
 * @param readsOthers  whether other connections write: then SQLite tells whether they have
 */
export function createAnalysis(
  db: ReadDb,
  { findContradictions, findInOpenAnswers }: Finders,
  { readsOthers }: { readonly readsOthers: boolean },
): Analysis {
  const studied = createRecent<RunId, Studied>(MOST_RUNS)

  /** @param looksAhead  a run seen for the first time is searched while it is read */
  async function study(
    run: RunOfTenant,
    report: Report,
    { looksAhead = false }: { looksAhead?: boolean } = {},
  ): Promise<Studied> {
    const { tenantId, runId } = run
    const before = studied.get(runId)
    const readAt = readsOthers ? await dataVersion(db) : Number.NaN
    if (before?.readAt === readAt && before.record.run.tenantId === tenantId) return before
    const ahead = looksAhead && !before
    const { codebooks, stamp: codedBy } = await keptCodebooks(db, runId)
    const inOpenAnswers = (found: Parameters<typeof openQuestionsOf>[0]) =>
      findInOpenAnswers(openQuestionsOf(found, codebooks))
    const contradictions = ahead ? begun(findContradictions(run)) : undefined
    let open: Promise<OpenFindings> | undefined
    const record = await gatherRun(db, tenantId, runId, {
      known: before?.record,
      onTasks: (found) => {
        if (ahead) open = begun(inOpenAnswers(found))
      },
      onRead: (done, total) => report({ phase: 'reading', done, total }),
    })
    const beside = once(() => listBeside(db, record))
    const now: Studied =
      before && isSame(before.record, record) && before.codedBy === codedBy
        ? { ...before, readAt }
        : {
            record,
            readAt,
            codedBy,
            open: once(() => inOpenAnswers(record), open),
            contradictions: once(() => findContradictions(run), contradictions),
            noPersona: once(async () => answersWithoutPersona(record, await beside())),
            arms: once(async () => armsOfRun(db, record, await beside())),
            missedTargets: once(() => missedTargetsOf(db, record)),
            evidence: new Map(),
          }
    return studied.keep(runId, now)
  }

  const kinds: Kinds = {
    ...runKinds,
    async evidence({ segmentBy, ...run }, { report }) {
      const found = await study(run, report, { looksAhead: true })
      const { record } = found
      requireKnown(record, segmentBy, 'query')
      const evidence = found.evidence.get(segmentBy) ?? (await estimate(found, segmentBy, report))
      found.evidence.set(segmentBy, evidence)
      const changed = await registrationWarningsOf(db, record.run, record.manifest)
      const missed = await found.missedTargets()
      // Asked anew each time: what is validated elsewhere changes no run.
      const { totalError, note } = await totalErrorFor(db, basisOf(record), evidence.questions)
      const warnings = inOrder([...changed, ...missed, ...evidence.warnings])
      return { ...evidence, warnings, totalError, totalErrorNote: note, arms: await found.arms() }
    },
  }
  const takeTurn = createTurns()
  return {
    answer<Kind extends keyof Kinds>(kind: Kind, request: RequestOf<Kind>, asking: Asking) {
      const answer = kinds[kind] as RunKind<RequestOf<Kind>, ResultOf<Kind>>
      const { report, signal } = asking
      const read = (run: RunOfTenant) =>
        takeTurn(async () => (await study(run, report)).record, signal)
      const readOpen = (run: RunOfTenant) =>
        takeTurn(async () => {
          const { record, open } = await study(run, report)
          return { record, open: await open() }
        }, signal)
      const begin = () => answer(request, { db, read, readOpen, ...asking })
      // Evidence that is asked for twice at once is read and computed once.
      return kind === 'evidence' ? takeTurn(begin, signal) : begin()
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

async function missedTargetsOf(db: ReadDb, { manifest }: RunRecord): Promise<EvidenceWarning[]> {
  const version = PopulationVersionId.parse(manifest.population.versionId)
  const balance = await getVersionBalance(db, version)
  return balance ? missedTargetWarnings(balance) : []
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

/** Not awaited yet: that it may fail is for whoever awaits it. */
function begun<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => {})
  return work
}

/**
 * Looked for when it is first wanted, so that nothing waits for what it does not need; what failed is
 * looked for again.
 *
 * @param found  where it is being looked for already
 */
function once<Value>(find: () => Promise<Value>, found?: Promise<Value>): () => Promise<Value> {
  let last = found
  return () =>
    (last ??= find()).catch((error: unknown) => {
      last = undefined
      throw error
    })
}

/** Closed questions while the open ones are searched in the other thread. */
async function estimate(
  { record, open, contradictions, noPersona }: Studied,
  segmentBy: string | null,
  report: Report,
): Promise<Evidence> {
  const total = record.manifest.skill.body.questions.length
  const onQuestion = (done: number) => report({ phase: 'estimating', done, total })
  const [references, arm] = [await referenceCosines(record), await noPersona()]
  const plain = { ...toEvidenceInput(record, segmentBy), references, themes: {} }
  const closed = closedEvidence(
    { ...plain, process: { ...plain.process!, noPersona: arm } },
    onQuestion,
  )
  if (closed.questions.size < total) report({ phase: 'themes', done: 0, total: 1 })
  // Remembered with the answers: the other thread has enough to do.
  for (const { id, type } of plain.questions) if (type === 'open') wordingsOf(plain.answers[id]!)
  const { themes, sentiments, similarities } = await open()
  const found = await contradictions()
  const process = {
    ...plain.process!,
    noPersona: arm,
    similarities,
    contradictions: found && byRow(found, record.tasks),
  }
  return computeEvidence({ ...plain, themes, sentiments, process }, closed)
}
