// Every benchmark in turn, each in a process of its own. Prints what each prints and writes
// bench/results.json with the date and the class of the machine.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { basename } from 'node:path'
import { RESULT_LINE, type BenchResult } from '../test/bench/bench-result.ts'

const wanted = process.argv[2] ?? ''
const results: Record<string, BenchResult[]> = {}
let failed = 0

for (const file of globSync('test/bench/*.bench.ts').toSorted()) {
  const name = basename(file, '.bench.ts')
  if (!name.includes(wanted)) continue
  console.log(`\n— ${name}`)
  const { stdout, status } = spawnSync(process.execPath, [file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = stdout.split('\n')
  const found = lines.find((line) => line.startsWith(RESULT_LINE))
  console.log(
    lines
      .filter((line) => line !== found)
      .join('\n')
      .trimEnd(),
  )
  if (status === 0 && found) results[name] = JSON.parse(found.slice(RESULT_LINE.length))
  else failed += 1
}

mkdirSync('bench', { recursive: true })
const machine = {
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform}-${process.arch}`,
  node: process.version,
}
const report = { date: new Date().toISOString().slice(0, 10), machine, results }
writeFileSync('bench/results.json', `${JSON.stringify(report, null, 2)}\n`)
console.log(`\nWritten to bench/results.json${failed > 0 ? `; ${failed} failed` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
