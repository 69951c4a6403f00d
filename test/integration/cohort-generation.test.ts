import { afterEach, beforeEach, expect, it } from 'vitest'
import type {
  CohortGenerationJob,
  CohortGenerationPreview,
} from '../../src/shared/contract/cohort-generation.ts'
import type { Cohort } from '../../src/shared/contract/cohorts.ts'
import type { PersonaListItem } from '../../src/shared/contract/personas.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

const body = {
  name: 'Nurses of two cities',
  count: 45,
  where: { baseOccupation: 'nurse', age: '25–45' },
  margins: [
    {
      fields: ['location'],
      targets: [
        { category: 'Lyon', share: 0.6 },
        { category: 'Lille', share: 0.4 },
      ],
    },
  ],
  randomSeed: 7,
}

async function finished(jobId: string): Promise<CohortGenerationJob> {
  for (;;) {
    const job = await engine.call<CohortGenerationJob>('GET', `/cohorts/generate/${jobId}`)
    if (!['queued', 'running'].includes(job.status)) return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const start = () => engine.call<{ jobId: string }>('POST', '/cohorts/generate', body)
const people = async () =>
  (await engine.call<{ personas: PersonaListItem[] }>('GET', '/personas?limit=200')).personas

it('makes the people that were asked for, and a cohort of them', async () => {
  const { jobId } = await start()
  const job = await finished(jobId)
  expect(job).toMatchObject({
    status: 'succeeded',
    progress: { done: 45, total: 45 },
    report: { maxGapPoints: 0, method: 'quotas' },
  })
  const { cohort } = await engine.call<{ cohort: Cohort }>('GET', `/cohorts/${job.cohortId}`)
  expect(cohort).toMatchObject({ name: body.name, size: 45 })
  expect(cohort.sentence).toBe('Nobody by a rule, plus 45 picked by hand')
  const made = await people()
  expect(made).toHaveLength(45)
  expect(made.filter(({ location }) => location === 'Lyon')).toHaveLength(27)
  expect(made.every(({ age }) => age >= 25 && age <= 45)).toBe(true)
  const { jobs } = await engine.call<{ jobs: CohortGenerationJob[] }>('GET', '/cohorts/generate')
  expect(jobs.map((each) => each.jobId)).toEqual([jobId])
})

it('shows beforehand what would be made, and stores nothing', async () => {
  const preview = await engine.call<CohortGenerationPreview>(
    'POST',
    '/cohorts/generate/preview',
    body,
  )
  expect(preview.report.margins).toMatchObject([
    { name: 'location', categories: [{ n: 27 }, { n: 18 }] },
  ])
  expect(preview.sample[0]).toMatchObject({ baseOccupation: 'nurse' })
  expect(await people()).toEqual([])
})

it('puts who was made into the trash when it is cancelled', async () => {
  const { jobId } = await start()
  const job = await engine.call<CohortGenerationJob>('POST', `/cohorts/generate/${jobId}/cancel`)
  expect(job.status).toBe('cancelled')
  // What is in hand ends first.
  for (let i = 0; i < 100 && (await people()).length > 0; i++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await people()).toEqual([])
  const { cohorts } = await engine.call<{ cohorts: Cohort[] }>('GET', '/cohorts')
  expect(cohorts).toEqual([])
})

it('refuses what cannot be before anything is made', async () => {
  const margins = [{ ...body.margins[0]!, targets: [{ category: 'Lyon', share: 0.6 }] }]
  const error = await engine
    .call('POST', '/cohorts/generate', { ...body, margins })
    .catch((caught: unknown) => String(caught))
  expect(error).toContain('the shares make 0.6, not 1')
  expect(await people()).toEqual([])
})
