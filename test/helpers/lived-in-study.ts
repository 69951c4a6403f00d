import type { CohortGenerationJob } from '../../src/shared/contract/cohort-generation.ts'
import type { Cohort } from '../../src/shared/contract/cohorts.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import type { Population } from '../../src/shared/contract/populations.ts'
import type { Skill } from '../../src/shared/contract/skills.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import type { TimelineEntry } from '../../src/shared/contract/timeline.ts'
import type { TestEngine } from './test-engine.ts'

export const aMemory = {
  eventAt: '2019-06-01T09:00:00Z',
  eventLabel: 'The night bus broke down',
  facts: 'The night bus to work broke down and I walked for two hours in the rain.',
  feelings: 'Cold and angry.',
  interpretation: 'You cannot count on buses.',
  emotionTags: ['anger'],
  memoryType: 'pride',
  memoryStrength: 90,
  metadata: { place: 'Leeds' },
}

/**
 * A registered study in a workspace that has a past: a generated cohort and one by criteria, people
 * who were edited, copied and remember more than they were made with, and a skill and cohorts that
 * have moved on since the study was pinned.
 */
export async function livedInStudy(engine: TestEngine): Promise<Study> {
  const { call } = engine
  const nurses = await generatedCohort(engine)
  await people(engine)
  const leeds = await call<{ cohort: Cohort }>('POST', '/cohorts', {
    name: 'Leeds',
    criteria: { field: 'location', op: 'contains', value: 'Leeds' },
  })
  const { population } = await call<{ population: Population }>('POST', '/populations', {
    name: 'Panel',
    cohorts: [
      { cohortId: nurses, targetShare: 0.3 },
      { cohortId: leeds.cohort.id, targetShare: 0.7 },
    ],
    margins: [
      {
        fields: ['gender'],
        targets: [
          { category: 'woman', share: 0.52 },
          { category: 'man', share: 0.48 },
        ],
      },
    ],
    trim: { lower: 0.2, upper: 5 },
  })
  const { skill } = await call<{ skill: Skill }>('POST', '/skills', aSkill)
  const { study } = await call<{ study: Study }>('POST', '/studies', {
    name: 'Night buses',
    populationId: population.id,
    skillId: skill.id,
    hypothesis: 'Those in Leeds trust buses less',
    comparisons: [{ questionId: 'trust', by: 'cohort' }],
    exclusions: 'none',
    successCriteria: 'A difference of half a point',
    conditions: [
      { id: 'plain', name: 'Plain', variables: { tone: 'plainly' } },
      { id: 'warm', name: 'Warm', variables: { tone: 'warmly' } },
    ],
    replicates: 2,
    randomSeed: 11,
    // Between the first description of everybody and the edits.
    asOf: '2026-06-01T00:00:00Z',
    maxConcurrency: 8,
  })
  await call('POST', `/studies/${study.id}/registration`, {})
  // Registered with one version of each, run with the next, while there is one more.
  await call('PATCH', `/skills/${skill.id}`, { instructions: 'Take your time.' })
  await call('PATCH', `/populations/${population.id}`, { trim: { lower: 0.3, upper: 4 } })
  await call('PATCH', `/studies/${study.id}`, { pinNewest: true })
  await moveOn(engine, skill)
  return (await call<{ study: Study }>('GET', `/studies/${study.id}`)).study
}

const aSkill = {
  name: 'Night buses',
  objective: 'Learn who trusts them',
  questions: [
    {
      id: 'told',
      type: 'open',
      text: 'Tell us {{tone}}: what do you remember of night buses that broke down?',
    },
    { id: 'trust', type: 'likert', text: 'You can count on buses.', allowDontKnow: true },
    { id: 'way', type: 'single', text: 'How do you get home?', options: ['Bus', 'Tram', 'Walk'] },
  ],
}

async function generatedCohort({ call }: TestEngine): Promise<string> {
  const { jobId } = await call<{ jobId: string }>('POST', '/cohorts/generate', {
    name: 'Nurses',
    count: 12,
    where: { baseOccupation: 'nurse', age: '25–45' },
    margins: [
      {
        fields: ['gender'],
        targets: [
          { category: 'woman', share: 0.75 },
          { category: 'man', share: 0.25 },
        ],
      },
    ],
    randomSeed: 7,
  })
  for (;;) {
    const job = await call<CohortGenerationJob>('GET', `/cohorts/generate/${jobId}`)
    if (job.status === 'succeeded') return job.cohortId!
    if (job.status === 'failed') throw new Error('The cohort was not generated')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Eight, of whom three have become others than their seed makes. */
async function people({ call }: TestEngine): Promise<void> {
  const made: Persona[] = []
  for (let i = 0; i < 8; i++) {
    const seed = {
      firstName: `Ada${i}`,
      lastName: 'Berg',
      age: 30 + 4 * i,
      location: 'Leeds, England',
      baseOccupation: 'Driver',
      gender: i % 2 === 0 ? 'woman' : 'man',
      education: 'secondary',
      income: 'low',
      household: 'lives alone',
      language: 'en',
      attributes: { vegan: i > 4, score: i / 10 },
    }
    made.push((await call<{ persona: Persona }>('POST', '/personas', { seed })).persona)
  }
  const timeline = (i: number) => `/personas/${made[i]!.id}/timeline`
  await call('POST', timeline(0), aMemory)
  const { entries } = await call<{ entries: TimelineEntry[] }>('GET', timeline(1))
  await call('POST', `${timeline(1)}/${entries[1]!.id}/supersede`, {
    reason: 'It was the tram',
    entry: { ...aMemory, memoryType: 'normal', eventLabel: 'The tram broke down' },
  })
  await call('PATCH', `/personas/${made[2]!.id}`, { age: 51, location: 'South Leeds' })
  await call('POST', `/personas/${made[0]!.id}/fork`, {})
}

/** What came after the study was made, and must not be in it. */
async function moveOn({ call }: TestEngine, skill: Skill): Promise<void> {
  await call('PATCH', `/skills/${skill.id}`, { instructions: 'Be brief.' })
  const seed = { firstName: 'Late', lastName: 'Comer', age: 40, location: 'Leeds' }
  await call('POST', '/personas', { seed: { ...seed, baseOccupation: 'Driver', gender: 'man' } })
  const { cohorts } = await call<{ cohorts: Cohort[] }>('GET', '/cohorts')
  const leeds = cohorts.find(({ name }) => name === 'Leeds')!
  await call('PATCH', `/cohorts/${leeds.id}`, {
    criteria: {
      all: [leeds.criteria, { field: 'age', op: 'lt', value: 50 }],
    },
  })
}
