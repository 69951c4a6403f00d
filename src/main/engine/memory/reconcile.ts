import type { ReconcileReport } from '../../../shared/contract/reconcile.ts'
import type { Job, JobHandler, JobQueue } from '../jobs/job-queue.ts'
import { describeReport } from './describe-report.ts'
import { toIso } from './instant.ts'
import { embedStep, findOtherModels, otherModelsStep } from './reconcile-embeddings.ts'
import { indexStep, settleStep } from './reconcile-index.ts'
import { textStep } from './reconcile-text.ts'
import { noCounts, runSteps, type ReconcileDeps, type Step } from './reconcile-step.ts'
import {
  countEntries,
  findProgress,
  RECONCILE,
  ReconcileWork,
  saveProgress,
  type ReconcileProgress,
} from './reconcile.repo.ts'
import { requireNoRun, sequenceStep } from './renumber.ts'

/** Teaches the queue to reconcile; called once, before it starts. */
export function registerReconcileJobs(
  deps: ReconcileDeps & { readonly jobs: Pick<JobQueue, 'register'> },
): void {
  deps.jobs.register(RECONCILE, (job, context) => reconcileTimelines(deps, job, context))
}

/** Brings full text, embeddings and the vector index in line with the timelines in SQLite. */
async function reconcileTimelines(
  deps: ReconcileDeps,
  job: Job,
  { signal, complete }: Parameters<JobHandler>[1],
): Promise<void> {
  const work = ReconcileWork.parse(job.payload)
  const { tenantId } = job
  if (work.options.renumber) await requireNoRun(deps.db, tenantId, work.personaId)
  const entries = await countEntries(deps.db, work.personaId)
  const steps = stepsFor(deps, entries)
  const known = await findProgress(deps.db, job.id)
  const from = known ?? beginning(steps, deps.now())
  if (!known) await saveProgress(deps.db, job.id, from)

  const light = work.reason !== 'asked'
  const progress = await runSteps({ deps, tenantId, work, signal, light, job }, steps, from)
  const otherModels = await findOtherModels(deps, work)
  const report = toReport(deps, work, { entries, progress, otherModels })
  deps.log(describeReport(report))
  await complete(async (trx) => {
    await saveProgress(trx, job.id, { ...progress, done: progress.total })
    return report
  })
}

function stepsFor({ vectors }: ReconcileDeps, entries: number): Step[] {
  const index = vectors.kind === 'exact' ? [] : [indexStep(entries), settleStep()]
  return [sequenceStep(), embedStep(entries), textStep(entries), ...index, otherModelsStep()]
}

function beginning(steps: readonly Step[], startedAt: number): ReconcileProgress {
  const total = steps.reduce((sum, { size }) => sum + size, 0)
  return { phase: steps[0]!.name, cursor: null, done: 0, total, counts: noCounts, startedAt }
}

type Ended = Pick<ReconcileReport, 'entries' | 'otherModels'> & {
  readonly progress: ReconcileProgress
}

function toReport(deps: ReconcileDeps, work: ReconcileWork, ended: Ended): ReconcileReport {
  const { entries, otherModels, progress } = ended
  return {
    personaId: work.personaId,
    reason: work.reason,
    embeddingModel: deps.embedding.id,
    vectorIndex: deps.vectors.kind,
    startedAt: toIso(progress.startedAt),
    finishedAt: toIso(deps.now()),
    entries,
    ...progress.counts,
    otherModels,
  }
}
