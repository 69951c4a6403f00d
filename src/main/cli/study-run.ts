import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import type { Evidence } from '../../shared/contract/evidence.ts'
import type { Run, RunProgress } from '../../shared/contract/runs.ts'
import type { Study } from '../../shared/contract/studies.ts'
import { parseStudyFile } from '../engine/studies/study-file.ts'
import { CommandError, connect, type Client } from './client.ts'
import { describeEvidence } from './describe-evidence.ts'
import { readEvents } from './read-events.ts'

export type StudyRunOptions = {
  workspace?: string | undefined
  out?: string | undefined
  seed?: number | undefined
  json?: boolean | undefined
}

/** Imports a study file, runs it, prints the evidence and writes report and exports. */
export async function runStudyFile(path: string, options: StudyRunOptions): Promise<void> {
  const body = await readStudy(path, options.seed)
  const workspace = options.workspace ?? mkdtempSync(join(tmpdir(), 'workbench-'))
  const client = await connect(resolve(workspace))
  try {
    const { study } = await client.json<{ study: Study }>('POST', '/study-files', body)
    const launched = await client.json<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})
    const run = await follow(client, launched.run, options)
    const evidence = await client.json<Evidence>('GET', `/runs/${run.id}/evidence`)
    const out = resolve(options.out ?? `${slug(study.name)}-evidence`)
    const files = await writeOutputs(client, run, evidence, out)
    if (options.json) {
      process.stdout.write(`${JSON.stringify(evidence, null, 2)}\n`)
      return
    }
    console.log(describeEvidence(study.name, evidence))
    console.log(`\nWritten to ${out}: ${files.join(', ')}`)
    if (!options.workspace)
      console.log(
        'The people and answers were in a temporary workspace; name one with --workspace to keep them.',
      )
  } finally {
    await client.close()
    if (!options.workspace) rmSync(workspace, { recursive: true, force: true })
  }
}

/** The file and every file it names, as the server takes them. */
async function readStudy(path: string, seed: number | undefined) {
  const text = await readText(path)
  const file = parseStudyFile(text)
  if (seed !== undefined) file.study.randomSeed = seed
  const names = [file.personas.file, file.population.marginsFile].filter(
    (name) => name !== undefined,
  )
  const files = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        await readText(isAbsolute(name) ? name : join(dirname(path), name)),
      ]),
    ),
  ) as Record<string, string>
  return { file, files }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new CommandError(`Cannot read ${path}: ${(error as Error).message}`)
  }
}

/** Shows progress until the run is over. The first Ctrl-C pauses it. */
async function follow(
  client: Client,
  run: Run,
  { json, workspace }: StudyRunOptions,
): Promise<Run> {
  const bar = json || !process.stderr.isTTY ? undefined : progressBar()
  bar?.start(run.tasks.total, 0, { left: '' })
  let isPaused = false
  const pause = () => {
    isPaused = true
    void client.json('POST', `/runs/${run.id}/pause`).catch(() => {})
  }
  process.once('SIGINT', pause)
  let last = run
  try {
    const answer = await client.open(`/runs/${run.id}/events`)
    for await (const progress of readEvents<RunProgress>(answer, 'progress')) {
      last = progress.run
      const left =
        progress.remainingMs === null ? '' : `${Math.ceil(progress.remainingMs / 1000)} s left`
      bar?.update(last.tasks.succeeded + last.tasks.failed, { left })
      if (isPaused) break
    }
  } finally {
    process.off('SIGINT', pause)
    bar?.stop()
  }
  if (isPaused)
    throw new CommandError(
      workspace
        ? `Paused. The run goes on from where it is: serve the workspace and resume run ${last.id}.`
        : 'Stopped. Name a --workspace to be able to resume a run.',
    )
  const { run: final } = await client.json<{ run: Run }>('GET', `/runs/${run.id}`)
  if (final.status !== 'succeeded')
    throw new CommandError(`The run ended as ${final.status}: ${final.reason ?? 'no reason given'}`)
  return final
}

function progressBar(): SingleBar {
  return new SingleBar({
    format: 'Asking {bar} {value}/{total} {left}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
  })
}

const outputs = [
  { name: 'report.html', format: 'html' },
  { name: 'answers.csv', format: 'csv' },
  { name: 'answers.jsonl', format: 'jsonl' },
  { name: 'manifest.json', format: 'manifest' },
] as const

async function writeOutputs(
  client: Client,
  run: Run,
  evidence: Evidence,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  for (const { name, format } of outputs)
    await writeFile(
      join(folder, name),
      await client.text('GET', `/runs/${run.id}/export?format=${format}`),
    )
  await writeFile(join(folder, 'evidence.json'), `${JSON.stringify(evidence, null, 2)}\n`)
  return [...outputs.map(({ name }) => name), 'evidence.json']
}

function slug(name: string): string {
  return (
    basename(name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')).replaceAll(/^-|-$/g, '') || 'study'
  )
}
