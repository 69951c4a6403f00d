import type { z } from 'zod'
import { CohortAnswer } from '../../../../shared/contract/cohorts.ts'
import { PopulationAnswer, type Population } from '../../../../shared/contract/populations.ts'
import { LaunchRunAnswer } from '../../../../shared/contract/runs.ts'
import { SkillAnswer } from '../../../../shared/contract/skills.ts'
import { StudyAnswer } from '../../../../shared/contract/studies.ts'
import { ApiError } from '../../lib/api-error.ts'
import { request } from '../../lib/api.ts'
import { useBuilderStore } from './builder.store.ts'
import type { CohortDraft } from './draft.ts'
import { toCohortBody, toPopulationBody, toSkillBody, toStudyRequest } from './to-requests.ts'

/** Creates the cohorts that are not there yet, then the population; both only when changed. */
export async function ensurePopulation(): Promise<Population> {
  const members: { id: string; size: number; targetPercent: number | null }[] = []
  for (const cohort of useBuilderStore.getState().draft.cohorts) {
    const { id, size } = await ensureCohort(cohort)
    members.push({ id, size, targetPercent: cohort.targetPercent })
  }
  const { draft, saved, save } = useBuilderStore.getState()
  const wanted = toPopulationBody(draft, members)
  const body = JSON.stringify(wanted)
  if (saved.population?.body === body) {
    const path = `/populations/${saved.population.id}`
    return (await request('GET', path, { answer: PopulationAnswer })).population
  }
  // A change cannot take trimming away, only a new population can.
  const losesTrim = !draft.trim && saved.population?.body.includes('"trim"')
  const replaceable = losesTrim ? undefined : saved.population?.id
  const { population } = await createOrChange('/populations', replaceable, {
    answer: PopulationAnswer,
    body: wanted,
  })
  save({ population: { body, id: population.id } })
  return population
}

async function ensureCohort(cohort: CohortDraft): Promise<{ id: string; size: number }> {
  if (cohort.existingId !== null) {
    const { cohort: found } = await request('GET', `/cohorts/${cohort.existingId}`, {
      answer: CohortAnswer,
    })
    return found
  }
  const { saved, save } = useBuilderStore.getState()
  const wanted = toCohortBody(cohort)
  const body = JSON.stringify(wanted)
  const before = saved.cohorts[cohort.key]
  if (before?.body === body) return before
  const { cohort: created } = await createOrChange('/cohorts', before?.id, {
    answer: CohortAnswer,
    body: wanted,
  })
  const { id, size } = created
  save({ cohorts: { ...saved.cohorts, [cohort.key]: { body, id, size } } })
  return { id, size }
}

async function ensureSkill(): Promise<string> {
  const { draft, saved, save } = useBuilderStore.getState()
  const wanted = toSkillBody(draft)
  const body = JSON.stringify(wanted)
  if (saved.skill?.body === body) return saved.skill.id
  const { skill } = await createOrChange('/skills', saved.skill?.id, {
    answer: SkillAnswer,
    body: wanted,
  })
  save({ skill: { body, id: skill.id } })
  return skill.id
}

/** A draft that changes keeps its objects: a new version of each rather than a second one. */
async function createOrChange<Schema extends z.ZodType>(
  path: string,
  id: string | undefined,
  options: { answer: Schema; body: unknown },
): Promise<z.output<Schema>> {
  if (id === undefined) return request('POST', path, options)
  try {
    return await request('PATCH', `${path}/${id}`, options)
  } catch (error) {
    // Thrown away in the meantime: then it is made again.
    if (error instanceof ApiError && error.status === 404) return request('POST', path, options)
    throw error
  }
}

/** Everything that is still missing, then the study. */
export async function createStudy() {
  const population = await ensurePopulation()
  const skillId = await ensureSkill()
  const { draft } = useBuilderStore.getState()
  const { study } = await request('POST', '/studies', {
    answer: StudyAnswer,
    body: toStudyRequest(draft, { populationId: population.id, skillId }),
  })
  return study
}

export async function launchRun(studyId: string) {
  const { run } = await request('POST', `/studies/${studyId}/runs`, {
    answer: LaunchRunAnswer,
    body: {},
  })
  return run
}
