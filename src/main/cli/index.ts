import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { EngineError } from '../engine/errors.ts'
import { CommandError } from './command-error.ts'
import { projectDir } from './paths.ts'

/** Exit codes: 0 done, 1 it failed, 2 it was called wrongly. */
const FAILED = 1
const WRONG_USAGE = 2

const { version } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
  version: string
}

const program = new Command('workbench')
  .version(version)
  .description('Personas, populations, studies and evidence, on your own machine')
  .showHelpAfterError('(--help shows what there is)')
  // Before the commands, which inherit it: the process ends in one place, below.
  .exitOverride()

program
  .command('start')
  .description('open the workbench on a sample workspace (what npm start runs)')
  .option('--workspace <folder>', 'open this workspace instead')
  .option('--port <number>', 'port for the browser', port)
  .action(async (options) => (await import('./start.ts')).start(options))

program
  .command('serve')
  .description('serve a workspace over REST on 127.0.0.1')
  .requiredOption('--workspace <folder>', 'folder of the workspace, made when missing')
  .option('--port <number>', 'port (default 4770, or the next free one)', port)
  .option('--ui', 'serve the interface too')
  .option('--sample', 'fill an empty workspace with the sample study')
  .action(async (options) => {
    const { closeOnSignal, startServing } = await import('./serve.ts')
    if (options.ui) (await import('./build-interface.ts')).buildInterface('page', console.error)
    const { served, close } = await startServing(options)
    closeOnSignal(close)
    if (options.port === undefined && !served.url.endsWith(':4770'))
      console.error(`Port 4770 is taken: serving on ${served.url} instead`)
    console.log(JSON.stringify(served))
  })

program
  .command('open')
  .description('print a fresh link to the interface of a running workbench')
  .option('--workspace <folder>', 'workspace that is being served')
  .action(async (options) => (await import('./open.ts')).printLink(options))

program
  .command('doctor')
  .description('check a workspace and repair what can be repaired')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .option('--renumber', 'close gaps in the sequence numbers of timelines')
  .option('--rebuild', 'fill the vector index again whatever it holds')
  .option('--json', 'print the findings as JSON, nothing else')
  .action(async (options) => (await import('./doctor.ts')).examine(options))

const keys = program.command('keys').description('API keys of a workspace')
keys
  .command('create')
  .description('print a new key, once')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .requiredOption('--profile <profile>', 'admin, research, prompt or read')
  .option('--name <name>', 'what it is for', 'command line')
  .option('--expires <date>', 'when it stops working')
  .action(async (options) => (await import('./keys.ts')).createKeyCommand(options))
keys
  .command('list')
  .description('keys without their secret')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .action(async (options) => (await import('./keys.ts')).listKeysCommand(options))
keys
  .command('revoke')
  .argument('<id>', 'id that "keys list" shows')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .action(async (id, options) => (await import('./keys.ts')).revokeKeyCommand(id, options))

const study = program.command('study').description('studies')
study
  .command('run')
  .description('run a study file, print its evidence, write report and exports')
  .argument('<file>', 'study file, YAML or JSON')
  .option('--workspace <folder>', 'keep people and answers here (default: a temporary one)')
  .option('--out <folder>', 'where report and exports go')
  .option('--seed <number>', 'another random seed than the file’s', integer)
  .option('--json', 'print the evidence as JSON, nothing else')
  .action(async (file, options) => (await import('./study-run.ts')).runStudyFile(file, options))

study
  .command('schema')
  .description('write the JSON Schema of study files, for editors, beside them')
  .argument('[folder]', 'where the study files are', '.')
  .action(async (folder) => (await import('./study-schema.ts')).writeStudySchema(folder))
study
  .command('resume')
  .description('go on with a paused run, then the same as "study run"')
  .argument('<run>', 'id that "study run" printed when it paused')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .option('--out <folder>', 'where report and exports go')
  .option('--json', 'print the evidence as JSON, nothing else')
  .action(async (run, options) => (await import('./study-run.ts')).resumeStudyRun(run, options))

const run = program.command('run').description('runs')
run
  .command('replay')
  .description('run it again from its manifest, without the network, and compare byte by byte')
  .argument('<run>', 'id of the run')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .option('--json', 'print what was found as JSON, nothing else')
  .action(async (run, options) => (await import('./run-replay.ts')).replayRun(run, options))
run
  .command('export')
  .description('save a run as report, data or script')
  .argument('<run>', 'id of the run')
  .argument(
    '<formats...>',
    'such as pdf, xlsx, sav, dta, parquet, r; any other name lists them all',
  )
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .option('--out <folder>', 'where the files go', '.')
  .action(async (run, formats, options) =>
    (await import('./run-export.ts')).exportRunFiles(run, formats, options),
  )

const persona = program.command('persona').description('personas')
persona
  .command('import')
  .argument('<file>', 'CSV or JSONL of seeds')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .action(async (file, options) => (await import('./persona.ts')).importPersonasFile(file, options))
persona
  .command('list')
  .argument('[search]', 'words in name, place, occupation or summary')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .action(async (search, options) => (await import('./persona.ts')).listPersonasOf(options, search))
persona
  .command('ask')
  .argument('<who>', 'id, or a name that only one has')
  .argument('<question>', 'what to ask')
  .requiredOption('--workspace <folder>', 'folder of the workspace')
  .action(async (who, question, options) =>
    (await import('./persona.ts')).askPersona(who, question, options),
  )

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what was wrong already; it throws for --help too.
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE
  } else {
    console.error(process.env['WORKBENCH_DEBUG'] ? error : describe(error))
    process.exitCode = FAILED
  }
}

function describe(error: unknown): string {
  if (error instanceof CommandError) return error.message
  if (error instanceof EngineError) {
    const details = (error.details ?? []).map(({ path, message }) => `  ${path}: ${message}`)
    return [error.message, ...details.slice(0, 10)].join('\n')
  }
  const message = error instanceof Error ? error.message : String(error)
  return `Something went wrong in the workbench: ${message} (WORKBENCH_DEBUG=1 shows where)`
}

function port(text: string): number {
  const number = integer(text)
  if (number > 65_535) throw new InvalidArgumentError('must be at most 65535')
  return number
}

function integer(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('must be a whole number')
  return Number(text)
}
