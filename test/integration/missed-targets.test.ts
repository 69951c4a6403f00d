import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunEvidence } from '../../src/shared/contract/arm-evidence.ts'
import { importStudy, openTestEngine, runStudy, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await openTestEngine()
})
afterAll(() => engine.close())

/** A quarter of the personas are men, who are to be half. */
async function warningsUnder(trim?: { lower: number; upper: number }) {
  const file = {
    workbench: 1,
    name: 'Few men',
    personas: {
      inline: Array.from({ length: 40 }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 30 + i,
        location: 'Leeds, England',
        baseOccupation: 'Nurse',
        gender: i % 4 === 0 ? 'man' : 'woman',
      })),
    },
    cohorts: [{ name: 'All', criteria: { field: 'age', op: 'gte', value: 18 } }],
    population: {
      margins: [
        {
          fields: ['gender'],
          targets: [
            { category: 'man', share: 0.5 },
            { category: 'woman', share: 0.5 },
          ],
        },
      ],
      ...(trim ? { trim } : {}),
    },
    skill: {
      name: 'One question',
      objective: 'Measure',
      questions: [{ id: 'q', type: 'yesno', text: 'Fine?' }],
    },
    study: { model: 'offline', recall: false },
  }
  const run = await runStudy(engine, await importStudy(engine, { file }))
  const { warnings } = await engine.call<RunEvidence>('GET', `/runs/${run.id}/evidence`)
  return warnings.filter(({ code }) => code === 'targets_missed')
}

it('says by how much weights that may not grow miss their targets, and nothing where they meet them', async () => {
  const [warning] = await warningsUnder({ lower: 0.5, upper: 1.2 })
  expect(warning!.what).toBe('“man” (gender) is to be 50 %, and is 30 % with the weights.')
  expect(await warningsUnder()).toEqual([])
})
