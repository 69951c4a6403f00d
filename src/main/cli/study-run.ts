import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Evidence } from '../../shared/contract/evidence.ts'
import type { StudyId } from '../../shared/contract/ids.ts'
import type { Run } from '../../shared/contract/runs.ts'
import type { Study } from '../../shared/contract/studies.ts'
import { connect, type Client } from './client.ts'
import { CommandError } from './command-error.ts'
import { describeEvidence } from './describe-evidence.ts'
import { followRun } from './follow-run.ts'
import { existingWorkspace } from './paths.ts'
import { readStudy } from './read-study.ts'
import { folderFor, writeOutputs } from './write-outputs.ts'

type OutputOptions = { out?: string | undefined; json?: boolean | undefined }
export type StudyRunOptions = OutputOptions & {
  workspace?: string | undefined
  seed?: number | undefined
}

/** Imports a study file, runs it, prints the evidence and writes report and exports. */
export async function runStudyFile(path: string, options: StudyRunOptions): Promise<void> {
  const body = await readStudy(path, options.seed)
  const isTemporary = options.workspace === undefined
  const workspace = resolve(options.workspace ?? mkdtempSync(join(tmpdir(), 'workbench-')))
  let isPaused = false
  try {
    await withClient(workspace, async (client) => {
      const { study } = await client.json<{ study: Study }>('POST', '/study-files', body)
      const { run } = await client.json<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})
      isPaused = (await finish(client, run, { ...options, workspace })) === 'paused'
    })
    if (isTemporary && !isPaused && !options.json)
      console.log('People and answers were temporary; --workspace keeps them.')
  } finally {
    // A paused run stays where "study resume" looks for it.
    if (isTemporary && !isPaused) rmSync(workspace, { recursive: true, force: true })
  }
}

/** Goes on with a paused run. */
export async function resumeStudyRun(
  id: string,
  options: OutputOptions & { workspace: string },
): Promise<void> {
  const workspace = existingWorkspace(options.workspace)
  await withClient(workspace, async (client) => {
    const { run } = await client.json<{ run: Run }>('GET', `/runs/${encodeURIComponent(id)}`)
    const resumed =
      run.status === 'paused'
        ? (await client.json<{ run: Run }>('POST', `/runs/${run.id}/resume`)).run
        : run
    await finish(client, resumed, { ...options, workspace })
  })
}

/** Follows a run to its end and hands its evidence over, or says how to go on with it. */
async function finish(
  client: Client,
  launched: Run,
  options: OutputOptions & { workspace: string },
): Promise<'done' | 'paused'> {
  const run = await followRun(client, launched, { showsProgress: !options.json })
  if (run.status === 'paused') {
    tellPaused(run, options.workspace)
    process.exitCode = 1
    return 'paused'
  }
  if (run.status !== 'succeeded' && run.status !== 'budget_stopped')
    throw new CommandError(`The run ended as ${run.status}: ${run.reason ?? 'no reason given'}`)
  await report(client, run, options)
  if (run.status === 'budget_stopped') {
    console.error(`The run stopped at its budget, so its evidence is provisional: ${run.reason}`)
    process.exitCode = 1
  }
  return 'done'
}

function tellPaused({ id, tasks, reason }: Run, workspace: string): void {
  const done = `${tasks.succeeded + tasks.failed} of ${tasks.total} done`
  console.error(`Paused, ${done}${reason ? `: ${reason}` : ''}. To go on:`)
  console.error(`  npx workbench study resume ${id} --workspace ${quote(workspace)}`)
}

async function report(client: Client, run: Run, { out, json }: OutputOptions): Promise<void> {
  const name = await nameOf(client, run.studyId)
  const evidence = await client.json<Evidence>('GET', `/runs/${run.id}/evidence`)
  const folder = out === undefined ? folderFor(name) : resolve(out)
  const files = await writeOutputs(client, { run, evidence, folder })
  if (json) {
    process.stdout.write(`${JSON.stringify(evidence, null, 2)}\n`)
    return
  }
  console.log(describeEvidence(name, evidence))
  console.log(`\nWritten to ${folder}: ${files.join(', ')}`)
}

async function nameOf(client: Client, id: StudyId): Promise<string> {
  return (await client.json<{ study: Study }>('GET', `/studies/${id}`)).study.name
}

function quote(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `"${path}"`
}

async function withClient(
  workspace: string,
  use: (client: Client) => Promise<void>,
): Promise<void> {
  const client = await connect(workspace)
  try {
    await use(client)
  } finally {
    await client.close()
  }
}
