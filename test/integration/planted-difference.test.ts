import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { CohortId } from '../../src/shared/contract/ids.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import { StudyFile } from '../../src/shared/contract/study-file.ts'
import { matches } from '../../src/main/engine/domain/criteria/matches.ts'
import { generatePersona } from '../../src/main/engine/domain/personas/generate-persona.ts'
import { respond } from '../../src/main/engine/domain/rehearsal/response-model.ts'
import { differenceOfMeans } from '../../src/main/engine/domain/statistics/difference.ts'
import { balance } from '../../src/main/engine/domain/weighting/balance.ts'
import { readPersonas } from '../../src/main/engine/personas/import-personas.ts'
import { readMargins } from '../../src/main/engine/populations/read-margins.ts'
import { aPersona } from '../helpers/a-persona.ts'

const folder = new URL('../../resources/samples/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const file = StudyFile.parse(parseYaml(read('parcel-lockers.yaml')))
const NOW = Date.parse('2026-11-01')
const SEEDS = 100

let panel: { personas: Persona[]; weights: Float64Array; cohort: Int32Array }

beforeAll(async () => {
  const source = read(file.personas.file!)
  const { randomSeed } = file.personas
  const { wanted } = await readPersonas({ source, format: 'csv', randomSeed })
  const everybody = wanted.map(({ seed, randomSeed: number = 0 }) => {
    const generated = generatePersona(seed, { randomSeed: number, now: NOW })
    const { personaKey, profile, summary } = generated
    return aPersona({
      ...seed,
      attributes: seed.attributes ?? {},
      ...profile,
      personaKey,
      summary,
    } as Partial<Persona>)
  })
  const cohorts = file.cohorts.map(({ name, criteria }) => ({
    id: CohortId.parse(crypto.randomUUID()),
    name,
    targetShare: file.population.targetShares![name]!,
    members: everybody.filter((persona) => matches(criteria, persona)),
  }))
  for (const { members } of cohorts) expect(members.length).toBeGreaterThanOrEqual(60)
  const { margins } = readMargins(read(file.population.marginsFile!))
  const { members } = balance(cohorts, { margins })
  const byId = new Map(everybody.map((persona) => [persona.id, persona]))
  panel = {
    personas: members.map(({ personaId }) => byId.get(personaId)!),
    weights: Float64Array.from(members, ({ weight }) => weight),
    cohort: Int32Array.from(members, ({ cohortId }) =>
      cohorts.findIndex(({ id }) => id === cohortId),
    ),
  }
})

/** Whether the cohorts are called different on a question, as evidence would call it. */
function isCalledDifferent(questionId: string, randomSeed: number): boolean {
  const template = file.skill.questions.find(({ id }) => id === questionId)!
  const effects = file.study.rehearsal!.effects
  const answers = panel.personas.map((persona) =>
    respond(
      persona,
      { randomSeed, template, question: template, condition: null, replicate: 1, effects },
      ({ where }) => where === undefined || matches(where, persona),
    ),
  )
  const inCohort = (index: number) =>
    Uint8Array.from(answers, ({ status }, i) =>
      status === 'valid' && panel.cohort[i] === index ? 1 : 0,
    )
  const { p, lower, upper } = differenceOfMeans(
    {
      unit: Int32Array.from(panel.personas.keys()),
      stratum: panel.cohort,
      weight: panel.weights,
    },
    Float64Array.from(answers, ({ value }) => Number(value)),
    inCohort(0),
    inCohort(1),
  )
  return p < 0.05 && lower * upper > 0
}

it(`finds the planted difference in at least 98 of ${SEEDS} seeds`, () => {
  const found = seeds().filter((seed) => isCalledDifferent('convenient', seed))
  expect(found.length).toBeGreaterThanOrEqual(98)
})

it(`calls the question without an effect different in at most 10 of ${SEEDS} seeds`, () => {
  const found = seeds().filter((seed) => isCalledDifferent('trust', seed))
  expect(found.length).toBeLessThanOrEqual(10)
})

function seeds(): number[] {
  return Array.from({ length: SEEDS }, (_, i) => i + 1)
}
