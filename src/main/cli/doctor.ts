import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ReconcileAccepted, ReconcileJob } from '../../shared/contract/reconcile.ts'
import type { WorkspaceAnswer } from '../../shared/contract/workspace.ts'
import { checkDatabase } from '../engine/db/check-database.ts'
import { describeReport } from '../engine/memory/describe-report.ts'
import { connect, type Client } from './client.ts'
import { existingWorkspace } from './paths.ts'

type Options = { workspace: string; renumber?: true; rebuild?: true; json?: true }

type Finding = {
  readonly what: string
  /** `repaired`: was wrong, and is not any more. */
  readonly state: 'sound' | 'repaired' | 'wrong'
  readonly detail: string
}

const LOOK_AGAIN_MS = 100

/** Says what is wrong with a workspace and what was repaired; exit code 1: something is left. */
export async function examine(options: Options): Promise<void> {
  const workspace = existingWorkspace(options.workspace)
  const findings = examineDatabase(workspace)
  // A database that is damaged is not written to: what can be saved of it is its owner's to say.
  const isReadable = findings.every(({ state }) => state !== 'wrong')
  if (isReadable) findings.push(...(await examineRunning(workspace, options)))

  if (options.json) console.log(JSON.stringify({ workspace, findings }))
  else for (const finding of findings) console.log(toLine(finding))
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
}

function examineDatabase(workspace: string): Finding[] {
  const { faults, migrations } = checkDatabase(join(workspace, 'workspace.db'))
  if (faults.length > 0)
    return faults.map((detail) => ({ what: 'database', state: 'wrong', detail }))
  const sound: Finding = { what: 'database', state: 'sound', detail: 'every page can be read' }
  if (migrations.length === 0) return [sound]
  const detail = `brought to this version: ${migrations.join(', ')}`
  return [sound, { what: 'version', state: 'repaired', detail }]
}

/** Through the engine that serves the workspace, or one that is opened for it. */
async function examineRunning(workspace: string, options: Options): Promise<Finding[]> {
  const client = await connect(workspace)
  try {
    const { vectorIndex } = await client.json<WorkspaceAnswer>('GET', '/workspace')
    const { kind, notice } = vectorIndex
    const index: Finding = notice
      ? { what: 'index', state: 'wrong', detail: notice }
      : { what: 'index', state: 'sound', detail: kind }
    const ofTheStart = await waitForOpenJobs(client)
    const body = { renumber: options.renumber === true, rebuild: options.rebuild === true }
    const { jobId } = await client.json<ReconcileAccepted>('POST', '/timeline/reconcile', body)
    const asked = await waitForJob(client, jobId)
    return [index, ...[...ofTheStart, asked].map(toFinding)]
  } finally {
    await client.close()
  }
}

/** What a start after an unclean stop found, among others. */
async function waitForOpenJobs(client: Client): Promise<ReconcileJob[]> {
  const { jobs } = await client.json<{ jobs: ReconcileJob[] }>('GET', '/timeline/reconcile')
  const open = jobs.filter(({ status }) => status === 'queued' || status === 'running')
  return Promise.all(open.map(({ jobId }) => waitForJob(client, jobId)))
}

async function waitForJob(client: Client, jobId: string): Promise<ReconcileJob> {
  for (;;) {
    const job = await client.json<ReconcileJob>('GET', `/timeline/reconcile/${jobId}`)
    if (job.status !== 'queued' && job.status !== 'running') return job
    await sleep(LOOK_AGAIN_MS)
  }
}

const causes = {
  asked: 'memories',
  unclean_stop: 'last stop',
  embedding_model_changed: 'model',
} as const

function toFinding({ reason, report, error, status, options }: ReconcileJob): Finding {
  const what = causes[reason]
  if (!report) return { what, state: 'wrong', detail: error ?? `The check was ${status}` }
  const { repaired, embedded, fullText, features, renumbered, sequenceGaps } = report
  const changes = repaired + embedded + fullText + features + renumbered
  const wasWrong = reason === 'unclean_stop' || changes > 0
  const hint =
    sequenceGaps > 0 && !options.renumber ? '; --renumber closes gaps, which do no harm' : ''
  return { what, state: wasWrong ? 'repaired' : 'sound', detail: describeReport(report) + hint }
}

function toLine({ what, state, detail }: Finding): string {
  return `${what.padEnd(10)} ${state.padEnd(9)} ${detail}`
}
