import { printResults } from './bench-result.ts'
import { differenceScenarios } from './coverage/difference-scenarios.ts'
import { modelScenarios } from './coverage/model-scenarios.ts'
import { relationScenarios } from './coverage/relation-scenarios.ts'
import { scaleScenarios } from './coverage/scale-scenarios.ts'
import { runScenario, type Finding, type Scenario } from './coverage/scenario.ts'
import { shareScenarios } from './coverage/share-scenarios.ts'

/*
 * How often intervals of 95 % hold the truth, and how often a null that is true is rejected, over
 * many draws of panels whose truth is known. Alone, with fewer draws for a look:
 * node test/bench/coverage.bench.ts 500
 */
const DRAWS = Number(process.argv[2] ?? 5000)

function print({ what, found, from, to, information, holds }: Finding): void {
  const wanted = from === null ? 'no promise' : `${percent(from)}–${percent(to!)}`
  const known = information === null ? '' : `n_eff·p(1−p) ${information.toFixed(1)}`
  const verdict = holds ? '' : '  MISSED'
  console.log(
    `  ${what.padEnd(40)} ${percent(found).padStart(8)}   ${wanted.padEnd(16)} ${known}${verdict}`,
  )
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function findings<Draw>(scenarios: readonly Scenario<Draw>[]): Finding[] {
  return scenarios.flatMap((scenario) => {
    console.log(scenario.name)
    const found = runScenario(scenario, DRAWS)
    found.forEach(print)
    return found
  })
}

console.log(`${DRAWS.toLocaleString('en')} draws of each design`)
const found = [
  ...findings(shareScenarios),
  ...findings(relationScenarios),
  ...findings(differenceScenarios),
  ...findings(modelScenarios),
  ...findings(scaleScenarios),
]
const missed = found.filter(({ holds }) => !holds)
console.log(missed.length === 0 ? 'All within what is promised.' : `${missed.length} missed.`)
printResults(
  found.map(({ scenario, what, found: value }) => ({
    what: `${scenario}: ${what}`,
    value: 100 * value,
    unit: '%',
  })),
)
process.exitCode = missed.length === 0 ? 0 : 1
