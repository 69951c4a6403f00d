import { generatePersona } from '../../../src/main/engine/domain/personas/generate-persona.ts'
import type {
  EvidenceAnswer,
  EvidenceInput,
} from '../../../src/main/engine/domain/evidence/evidence-input.ts'
import { kindOf } from '../../../src/main/engine/domain/questions/kinds/index.ts'
import { normal, shuffle, uniform } from '../../../src/main/engine/domain/random.ts'
import { respond } from '../../../src/main/engine/domain/rehearsal/response-model.ts'
import { taskDraw } from '../../../src/main/engine/domain/studies/task-draw.ts'
import type { Persona } from '../../../src/shared/contract/personas.ts'
import type { Run } from '../../../src/shared/contract/runs.ts'
import { aPersona } from '../../helpers/a-persona.ts'
import { rotation, survey } from './survey.ts'

const NOW = Date.parse('2026-11-01')
const REGIONS = ['north', 'south', 'west']

/** People to draw runs from. */
export function people(count: number): Persona[] {
  return Array.from({ length: count }, (_, i) => {
    const seed = {
      firstName: 'Ada',
      lastName: `Berg ${i}`,
      age: 18 + Math.floor(uniform('age', i) * 62),
      location: 'Leeds, UK',
      baseOccupation: 'nurse',
      gender: i % 2 ? 'man' : 'woman',
    }
    const { personaKey, profile } = generatePersona(seed, { randomSeed: i, now: NOW })
    const region = REGIONS[Math.floor(uniform('region', i) * REGIONS.length)]!
    return aPersona({ ...seed, ...profile, personaKey, attributes: { region } } as Partial<Persona>)
  })
}

export type Shape = {
  readonly personas: number
  readonly replicates: number
  /** `none`: one condition; else two. */
  readonly design: 'none' | 'between' | 'within'
}

/** A run of the response model in which nothing is planted: every warning of a test is an error. */
export function cleanRun(pool: readonly Persona[], seed: number, shape: Shape): EvidenceInput {
  const { personas, replicates, design } = shape
  const drawn = shuffle(pool, 'drawn', seed).slice(0, personas)
  const conditions =
    design === 'none'
      ? []
      : [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ]
  const tasks = drawn.flatMap((persona, unit) =>
    Array.from({ length: replicates }, (_, i) => i + 1).flatMap((replicate) =>
      conditionsOf(design, seed, unit, replicate).map(({ condition, place }) => ({
        persona,
        unit,
        replicate,
        condition,
        place,
        unitKey: `${persona.personaKey}|${condition ?? ''}|${replicate}`,
        cohort: persona.age < 45 ? 0 : 1,
      })),
    ),
  )
  const weights = drawn.map((_, unit) => Math.exp(0.3 * normal('weight', seed, unit)))
  return {
    run: { number: 1, status: 'succeeded', rehearsal: false, tasks: counts(tasks.length) } as Run,
    questions: survey,
    cohorts: [
      { id: 'young', name: 'Under 45', fields: ['age'] },
      { id: 'old', name: '45 and over', fields: ['age'] },
    ],
    conditions,
    withinPersonas: design === 'within',
    comparisons: [],
    segmentBy: 'gender',
    rows: tasks.map(({ persona, unit, cohort, condition }, row) => ({
      taskId: `task ${row}`,
      unit,
      personaName: persona.lastName,
      cohort,
      weight: weights[unit]!,
      condition,
      segments: { gender: persona.gender ?? null },
    })),
    answers: Object.fromEntries(
      survey.map((question) => [question.id, tasks.map((task) => answerOf(question, task, seed))]),
    ),
    themes: {},
    process: {
      randomSeed: seed,
      temperature: 0.7,
      rotation,
      unitKeys: tasks.map(({ unitKey }) => unitKey),
      replicates: tasks.map(({ replicate }) => replicate),
      conditionOrders: tasks.map(({ place }) => place),
      fields: {
        region: tasks.map(({ persona }) => String(persona.attributes['region'])),
        openness: tasks.map(({ persona }) => (persona.traits.openness < 50 ? 'low' : 'high')),
      },
      similarities: {},
    },
  }
}

type Task = { persona: Persona; unitKey: string; condition: string | null; replicate: number }

function answerOf(question: (typeof survey)[number], task: Task, seed: number): EvidenceAnswer {
  const { persona, unitKey, condition, replicate } = task
  const shown = kindOf(question).ordered(question, taskDraw(seed, unitKey, question.id))
  const { status, value, text } = respond(
    persona,
    { randomSeed: seed, template: question, question: shown, condition, replicate, effects: [] },
    () => false,
  )
  return { status, value, text }
}

function conditionsOf(design: Shape['design'], seed: number, unit: number, replicate: number) {
  if (design === 'none') return [{ condition: null, place: null }]
  const order = shuffle(['a', 'b'], 'conditions', seed, unit, replicate)
  if (design === 'between')
    return [{ condition: shuffle(['a', 'b'], 'one', seed, unit)[0]!, place: null }]
  return order.map((condition, i) => ({ condition, place: i + 1 }))
}

function counts(total: number) {
  return { total, queued: 0, running: 0, succeeded: total, failed: 0, cancelled: 0 }
}
