import type { z } from 'zod'
import { CohortAnswer } from '../../../../shared/contract/cohorts.ts'
import { PopulationAnswer, type Population } from '../../../../shared/contract/populations.ts'
import { SkillAnswer } from '../../../../shared/contract/skills.ts'
import { StudyAnswer, type Study } from '../../../../shared/contract/studies.ts'
import { ApiError } from '../../lib/api-error.ts'
import { perform, request } from '../../lib/api.ts'
import { peopleKey, readDraft, useSavedStore } from './builder.store.ts'
import type { Asked, CohortDraft } from './draft.ts'
import { toCohortBody, toPopulationBody, toSkillBody, toStudyRequest } from './to-requests.ts'

/**
 * The picked population; else the cohorts that are not there yet are created, then the population,
 * both only when changed.
 */
export async function ensurePopulation(): Promise<Population> {
  const { populationId } = readDraft()
  if (populationId !== null) {
    const path = `/populations/${populationId}`
    return (await request('GET', path, { answer: PopulationAnswer })).population
  }
  const members: { id: string; size: number; targetPercent: number | null }[] = []
  for (const cohort of readDraft().cohorts) {
    const { id, size } = await ensureCohort(cohort)
    members.push({ id, size, targetPercent: cohort.targetPercent })
  }
  const draft = readDraft()
  const { saved, save } = useSavedStore.getState()
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
  save({ population: { body, id: population.id, people: peopleKey(draft) } })
  return population
}

async function ensureCohort(cohort: CohortDraft): Promise<{ id: string; size: number }> {
  if (cohort.existingId !== null) {
    const { cohort: found } = await request('GET', `/cohorts/${cohort.existingId}`, {
      answer: CohortAnswer,
    })
    return found
  }
  const { saved, save } = useSavedStore.getState()
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
  const draft = readDraft()
  if (draft.skillId !== null) return draft.skillId
  const { saved, save } = useSavedStore.getState()
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

/** Everything that is still missing, then the study: a second time it is changed, not doubled. */
export async function saveStudy(asked: Asked): Promise<Study> {
  const population = await ensurePopulation()
  const parts = { populationId: population.id as string, skillId: await ensureSkill() }
  const draft = readDraft()
  const wanted = toStudyRequest(draft, { ...parts, asked })
  const { saved, save } = useSavedStore.getState()
  const before = saved.study
  const isSame = before?.populationId === parts.populationId && before.skillId === parts.skillId
  const study = isSame
    ? await changeStudy(before.id, wanted)
    : await createStudy(wanted, before?.id)
  save({ study: { id: study.id, ...parts, draft: JSON.stringify(draft) } })
  return study
}

type StudyRequest = ReturnType<typeof toStudyRequest>

async function createStudy(wanted: StudyRequest, replacedId?: string): Promise<Study> {
  const { study } = await request('POST', '/studies', { answer: StudyAnswer, body: wanted })
  // Asked otherwise, or of others: what was saved on the way there goes to the trash.
  if (replacedId !== undefined) await perform('DELETE', `/studies/${replacedId}`).catch(() => {})
  return study
}

/** Optional fields: what was taken out of the draft is taken out of the study. */
const clearable = [
  'objective',
  'hypothesis',
  'decisionOwner',
  'successCriteria',
  'exclusions',
  'budgetTokens',
  'budgetMoney',
  'rehearsal',
  'power',
  'arms',
]

async function changeStudy(id: string, wanted: StudyRequest): Promise<Study> {
  const { populationId: _, skillId: __, ...design } = wanted
  const cleared = Object.fromEntries(clearable.map((name) => [name, null]))
  const body = { ...cleared, ...design, pinNewest: true }
  try {
    return (await request('PATCH', `/studies/${id}`, { answer: StudyAnswer, body })).study
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return createStudy(wanted)
    throw error
  }
}
