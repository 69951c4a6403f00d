import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import pino from 'pino'
import type { TenantId } from '../../shared/contract/ids.ts'
import { cohortAnalysisRoutes } from './cohorts/analysis.routes.ts'
import { cohortRoutes } from './cohorts/cohorts.routes.ts'
import { cohortHistoryRoutes } from './cohorts/history.routes.ts'
import { registerGeneration } from './cohorts/generate-cohort.ts'
import { generationRoutes } from './cohorts/generation.routes.ts'
import { createPeople } from './cohorts/people.ts'
import { startCheckpointer } from './db/checkpointer.ts'
import { checkExchange, readClaimsAhead } from './consistency/check-exchange.ts'
import { checkWritten, type Written } from './consistency/check-written.ts'
import { createClaimCache } from './consistency/claim-cache.ts'
import { consistencyRoutes } from './consistency/consistency.routes.ts'
import { createConsistencySchedule } from './consistency/schedule.ts'
import { consolidationRoutes } from './consolidation/consolidation.routes.ts'
import { createKeeping } from './consolidation/keeping.ts'
import { openDatabase } from './db/open.ts'
import { lockWorkspace } from './db/workspace-lock.ts'
import type { EngineConfig } from './engine-config.ts'
import { openModels } from './engine-models.ts'
import { isAbort } from './errors.ts'
import { createAnalyst } from './evidence/analyst.ts'
import { crosstabRoutes } from './evidence/crosstab/crosstab.routes.ts'
import { evidenceRoutes } from './evidence/evidence.routes.ts'
import { fileRoutes } from './files/files.routes.ts'
import { createApp } from './http/app.ts'
import { createDownloadTickets } from './http/downloads.ts'
import type { Router } from './http/router.ts'
import { createSessionKeys } from './http/session-keys.ts'
import { createJobQueue } from './jobs/job-queue.ts'
import { markClosed, markOpen, reconcileAfterStart } from './memory/clean-stop.ts'
import { fillFeatures } from './memory/fill-features.ts'
import { forgettingRoutes } from './memory/forgetting.routes.ts'
import { discardUnfinished } from './memory/append-in-chunks.ts'
import { memorySettingsRoutes } from './memory/memory-settings.routes.ts'
import { memoryRoutes } from './memory/memory.routes.ts'
import { createReconciler } from './memory/reconcile-jobs.ts'
import { reconcileRoutes } from './memory/reconcile.routes.ts'
import { registerReconcileJobs } from './memory/reconcile.ts'
import { statisticsRoutes } from './memory/statistics.routes.ts'
import type { TimelineOwner } from './memory/timeline.ts'
import { createTimelineCache } from './memory/timeline-cache.ts'
import { personaRoutes } from './personas/personas.routes.ts'
import { populationAnalysisRoutes } from './populations/population-analysis.routes.ts'
import { populationRoutes } from './populations/populations.routes.ts'
import { registerPromptJobs } from './prompting/prompt-jobs.ts'
import { promptingRoutes } from './prompting/prompting.routes.ts'
import { createSessionLocks } from './prompting/session-locks.ts'
import { regressionRoutes } from './regression/regression.routes.ts'
import { createPolicyGuard } from './safety/policy-guard.ts'
import { safetyRoutes } from './safety/safety.routes.ts'
import { fillWithSample } from './sample-workspace.ts'
import { scaleRoutes } from './scales/scales.routes.ts'
import { skillFileRoutes } from './skills/skill-files.routes.ts'
import { skillLintRoutes } from './skills/skill-lint.routes.ts'
import { skillPreviewRoutes } from './skills/skill-preview.routes.ts'
import { skillVersionRoutes } from './skills/skill-versions.routes.ts'
import { createScheduler } from './schedules/scheduler.ts'
import { scheduleRoutes } from './schedules/schedules.routes.ts'
import { skillRoutes } from './skills/skills.routes.ts'
import { surveyRoutes } from './surveys/surveys.routes.ts'
import { modelRoutes } from './models/models.routes.ts'
import { findPricing } from './models/pricing.ts'
import { registerCalibration } from './studies/calibrate-skill.ts'
import { calibrationRoutes } from './studies/calibration.routes.ts'
import { comparisonRoutes } from './studies/comparison/comparison.routes.ts'
import { launchRun } from './studies/launch-run.ts'
import { registerRemembering } from './studies/remember-run.ts'
import { runMemoriesRoutes } from './studies/run-memories.routes.ts'
import { createRunner } from './studies/runner.ts'
import { robustnessRoutes } from './studies/robustness/robustness.routes.ts'
import { runRoutes } from './studies/runs.routes.ts'
import { registerSeparation } from './studies/separate-cohorts.ts'
import { separationRoutes } from './studies/separation.routes.ts'
import { studyFileRoutes } from './studies/study-file.routes.ts'
import { studyPlanningRoutes } from './studies/study-planning.routes.ts'
import { studyRoutes } from './studies/studies.routes.ts'
import { codebookRoutes } from './themes/codebooks.routes.ts'
import { codingSampleRoutes } from './themes/coding-samples.routes.ts'
import { themesRoutes } from './themes/themes.routes.ts'
import { createPlanLimits } from './tenancy/plan-limits.ts'
import type { Principal } from './tenancy/principal.ts'
import { tenancyRoutes } from './tenancy/tenancy.routes.ts'
import { ensureTenant } from './tenancy/tenant.ts'
import { createUsageLog } from './tenancy/usage-log.ts'
import { workspaceRoutes } from './tenancy/workspace.routes.ts'
import { mixedEstimateRoutes } from './validation/mixed.routes.ts'
import { validationRoutes } from './validation/validation.routes.ts'
import { openVectors } from './vectors/open-vectors.ts'
import { createPieceThreads } from './workers/stream-worker.ts'

export const ENGINE_VERSION = '0.1.0'
const IN_MEMORY = ':memory:'

export type Engine = {
  /** The whole HTTP application; call `app.fetch(request, { principal })`. */
  readonly app: Router
  readonly tenantId: TenantId
  /** Somebody of this machine who may do everything. */
  principal(kind: Exclude<Principal['kind'], 'key'>): Principal
  /** A one-time token for a link to the interface. */
  issueUiToken(): string
  /** A key that lives as long as the process, for the command line. */
  issueControlKey(): string
  /** Told once the application has an address. */
  setUrl(url: string): void
  /** Finishes what is in hand, keeps the rest for the next start. */
  close(): Promise<void>
}

/**
 * Opens a workspace. The only place that wires the parts; runs in the desktop process, the command
 * line and tests alike.
 *
 * @throws EngineError `conflict` when another process owns the workspace, `unavailable` when its
 *   database cannot be opened
 */
export async function createEngine(config: EngineConfig): Promise<Engine> {
  if (config.workspaceDir === IN_MEMORY) return openEngine(config)
  mkdirSync(config.workspaceDir, { recursive: true, mode: 0o700 })
  const lock = lockWorkspace(config.workspaceDir)
  try {
    const engine = await openEngine(config)
    return { ...engine, close: () => engine.close().finally(() => lock.release()) }
  } catch (error) {
    // What cannot be opened here may be opened by somebody else.
    lock.release()
    throw error
  }
}

async function openEngine(config: EngineConfig): Promise<Engine> {
  const now = config.now ?? Date.now
  const log = config.log ?? pino({ level: 'warn' }, pino.destination(2))
  const logError = (error: unknown) => log.error({ err: error }, 'Something went wrong')
  const inMemory = config.workspaceDir === IN_MEMORY
  const path = (name: string) => join(config.workspaceDir, name)

  const database = await openDatabase(inMemory ? ':memory:' : path('workspace.db'))
  const { db, reader } = database
  const checkpointer = startCheckpointer(database.sqlite, (message) => log.warn({}, message))
  await discardUnfinished(db)
  const tenantId = await ensureTenant(db, now())
  const wasClosed = await markOpen(db, now())
  const models =
    config.models ??
    (await openModels(db, { now, workspaceDir: config.workspaceDir, secrets: config.secrets }))
  const { embedding } = models
  const vectors = await openVectors({
    db,
    embedding,
    folder: inMemory || config.vectorIndex === 'exact' ? null : path('vectors'),
    log: (message) => log.info({}, message),
  })

  const limits = createPlanLimits(db)
  const usage = createUsageLog(db, now, logError)
  const safety = createPolicyGuard(db)
  const people = createPeople(db)
  const sessionKeys = createSessionKeys(now)
  const downloads = createDownloadTickets(now)
  const owner = randomUUID()
  const jobs = createJobQueue({ db, now, owner, logError })
  const timelines = createTimelineCache({ reader, embedding })
  const base = { db, now, logError, limits, usage, embedding, vectors, timelines, safety, people }
  // Only the model that answers by default is asked to judge: nothing is sent where nobody chose to.
  const judge = () => (models.get().rehearsal ? undefined : models.get())
  const checking = { ...base, claims: createClaimCache(), judge }
  const schedule = createConsistencySchedule({ ...checking, tenantId, jobs })
  const keeping = createKeeping({
    ...base,
    judge,
    readAhead: (persona, settings) => readClaimsAhead(checking, persona, settings),
    checkExchange: (said, settings, signal) => checkExchange(checking, said, settings, signal),
    notify: () => vectors.notify(),
  })
  const prompting = { ...base, chatModels: models, locks: createSessionLocks(), jobs, keeping }
  registerPromptJobs(prompting)
  const generating = { ...base, jobs }
  const generations = registerGeneration(generating)
  const upkeep = { ...base, jobs, log: (message: string) => log.info({}, message) }
  registerReconcileJobs(upkeep)
  const reconciler = createReconciler(upkeep)
  const findModel = async (_tenantId: TenantId, name: string) =>
    models.list().some((model) => model.name === name) ? models.get(name) : undefined
  const calibrating = { ...base, jobs, findModel }
  const calibrations = registerCalibration(calibrating)
  const separations = registerSeparation(calibrating)
  registerRemembering({ ...base, jobs })
  const databasePath = inMemory ? null : path('workspace.db')
  const analyst = createAnalyst(db, databasePath)
  const exporters = createPieceThreads()
  const runner = createRunner({ ...base, jobs, logSync: database.logSync, owner, findModel })
  const studies = {
    ...base,
    findModel,
    findPricing: (name: string) => findPricing({ db, models }, name),
    engineVersion: ENGINE_VERSION,
    runner,
    analyst,
    databasePath,
    exporters,
    wakeRunner: () => runner.wake(),
  }
  const scheduler = createScheduler({
    ...base,
    // A longitudinal run asks anew: an answer from the cache would measure nothing.
    launch: (tenant, studyId, request) =>
      launchRun(studies, tenant, studyId, { ...request, cache: false }),
  })

  const writing = {
    ...base,
    checkWritten: (owner: TimelineOwner, written: Written) =>
      checkWritten(checking, owner, written),
  }

  let url: string | null = null
  const app = createApp({
    ...base,
    version: ENGINE_VERSION,
    sessionKeys,
    downloads,
    resourcesDir: config.resourcesDir,
    rendererDir: config.rendererDir,
    rateLimit: config.rateLimit,
    logError: (error, request) => log.error({ err: error, ...request }, 'A request failed'),
    logRequest: (entry) => log.info(entry, 'Request'),
    // Static paths first: /personas/prompt and /personas/safety-policy are not personas.
    features: [
      workspaceRoutes({
        db,
        name: inMemory ? 'In memory' : basename(config.workspaceDir),
        url: () => url,
        models: () => models.list(),
        vectorIndex: async () => ({
          kind: vectors.kind,
          pending: await vectors.pending(),
          notice: vectors.notice,
        }),
      }),
      safetyRoutes(base),
      promptingRoutes(prompting),
      personaRoutes(base),
      memoryRoutes(writing),
      reconcileRoutes({ reconciler }),
      fileRoutes(writing),
      consistencyRoutes(checking),
      forgettingRoutes(base),
      consolidationRoutes(base),
      statisticsRoutes(base),
      memorySettingsRoutes({ db, settingsChanged: () => schedule.look() }),
      skillFileRoutes(base),
      skillLintRoutes(),
      skillPreviewRoutes(),
      skillRoutes(base),
      skillVersionRoutes(base),
      generationRoutes(generating, generations),
      calibrationRoutes(calibrating, calibrations),
      separationRoutes(calibrating, separations),
      cohortAnalysisRoutes(base),
      cohortHistoryRoutes(base),
      cohortRoutes(base),
      populationAnalysisRoutes(base),
      populationRoutes(base),
      studyFileRoutes(studies),
      studyPlanningRoutes(studies),
      studyRoutes(studies),
      scheduleRoutes({ db, now, schedulesChanged: () => void scheduler.look() }),
      comparisonRoutes(studies),
      runMemoriesRoutes({ db, jobs }),
      runRoutes(studies),
      robustnessRoutes(studies),
      modelRoutes({ db, models }),
      evidenceRoutes(studies),
      crosstabRoutes(studies),
      regressionRoutes(studies),
      scaleRoutes(studies),
      themesRoutes(studies),
      codebookRoutes({ ...studies, judge }),
      codingSampleRoutes(studies),
      surveyRoutes(base),
      validationRoutes(studies),
      mixedEstimateRoutes(studies),
      tenancyRoutes(base),
    ],
  })

  await jobs.start()
  schedule.start()
  const background = new AbortController()
  const filled = fillFeatures(db, background.signal).catch((error: unknown) => {
    if (!isAbort(error)) logError(error)
  })
  await reconcileAfterStart({ ...upkeep, reconciler }, tenantId, wasClosed)
  await runner.start()
  await scheduler.start()
  if (config.sample) await fillWithSample(studies, tenantId, join(config.resourcesDir, 'samples'))

  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    background.abort()
    schedule.stop()
    await filled
    await scheduler.stop()
    await runner.stop()
    await Promise.all([analyst.end(), exporters.end()])
    await jobs.stop()
    await usage.close()
    await vectors.close()
    await markClosed(db)
    await checkpointer.stop()
    await database.close()
  }

  const principal = (kind: Exclude<Principal['kind'], 'key'>): Principal => ({
    tenantId,
    profile: 'admin',
    kind,
    keyId: null,
  })
  return {
    app,
    tenantId,
    principal,
    issueUiToken: () => sessionKeys.issueToken(principal('ui')),
    issueControlKey: () => sessionKeys.issueKey(principal('cli')),
    setUrl: (address) => (url = address),
    // Once, however often it is asked for.
    close: () => (closing ??= close()),
  }
}
