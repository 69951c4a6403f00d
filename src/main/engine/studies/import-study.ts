import { randomUUID } from 'node:crypto'
import type { CriteriaTree } from '../../../shared/contract/cohorts.ts'
import { CohortId, type TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Margin } from '../../../shared/contract/populations.ts'
import type { Study } from '../../../shared/contract/studies.ts'
import type { StudyFile } from '../../../shared/contract/study-file.ts'
import { createCohort, type CohortDeps } from '../cohorts/cohorts.ts'
import { matches } from '../domain/criteria/matches.ts'
import type { CohortMembers } from '../domain/weighting/balance.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import type { CreateDeps } from '../personas/create-personas.ts'
import { balanceMembers } from '../populations/balance-draft.ts'
import { createPopulation } from '../populations/populations.ts'
import { readMargins as readMarginsTable } from '../populations/read-margins.ts'
import { createSkill } from '../skills/skills.ts'
import { createStudy, getStudy, type StudyDeps } from './create-study.ts'
import { ensurePeople, readPeople, type FoundPerson } from './file-people.ts'
import { restoreRegistration } from './file-registration.ts'

export type StudyFileDeps = StudyDeps & CohortDeps & CreateDeps

export type ImportStudyOptions = {
  /** Reads a file the study names, relative to it. */
  readFile: (name: string) => Promise<string>
  onProgress?: ((done: number, total: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * Makes what the file declares: people, cohorts, population, skill, study, and the registration
 * where there is one. People who are in the workspace already are taken as they are; cohorts hold
 * the file's people only, whoever else lives in the workspace. Where no panel can be made of the
 * people, they are all that stays: a second try takes them as they are.
 */
export async function importStudyFile(
  deps: StudyFileDeps,
  tenantId: TenantId,
  file: StudyFile,
  options: ImportStudyOptions,
): Promise<Study> {
  const [wanted, margins] = await Promise.all([
    readPeople(file, options),
    readMargins(file, options),
  ])
  requireCohorts(file)
  const people = await ensurePeople(deps, tenantId, wanted, options)
  const plan = planCohorts(file, people)
  const { trim } = file.population
  balanceMembers(plan, { margins, trim })
  const cohorts = await makeCohorts(deps, tenantId, plan, people)
  const population = await createPopulation(deps, tenantId, {
    name: file.population.name ?? file.name,
    cohorts,
    margins,
    trim,
  })
  const skill = await createSkill(deps, tenantId, file.skill)
  const study = await createStudy(deps, tenantId, {
    ...file.study,
    name: file.name,
    populationId: population.id,
    skillId: skill.id,
  })
  if (!file.registration) return study
  await restoreRegistration(deps.db, study, file.registration)
  return getStudy(deps.db, tenantId, study.id)
}

async function readMargins(
  { population }: StudyFile,
  { readFile }: ImportStudyOptions,
): Promise<Margin[]> {
  if (population.marginsFile === undefined) return population.margins
  const table = readMarginsTable(await readFile(population.marginsFile), population.marginsFile)
  return [...population.margins, ...table.margins]
}

/** @throws EngineError `invalid_input` where a share or a hand-picked person names no cohort */
function requireCohorts({ cohorts, population, personas }: StudyFile): void {
  const names = new Set(cohorts.map(({ name }) => name))
  const details = (personas.inline ?? []).flatMap((person, i) =>
    (['addedTo', 'takenOutOf'] as const).flatMap((field) =>
      (person[field] ?? [])
        .filter((name) => !names.has(name))
        .map((name) => ({
          path: ['personas', 'inline', i, field],
          message: `"${name}" names no cohort`,
        })),
    ),
  )
  const shares = shareFaults({ cohorts, population })
  if (details.length + shares.length > 0) throw invalidInput([...details, ...shares], 'study file')
}

function shareFaults({ cohorts, population }: Pick<StudyFile, 'cohorts' | 'population'>) {
  if (!population.targetShares) return []
  const named = Object.keys(population.targetShares)
  return [
    ...named
      .filter((name) => !cohorts.some((cohort) => cohort.name === name))
      .map((name) => ({ path: ['population', 'targetShares', name], message: 'names no cohort' })),
    ...cohorts
      .filter(({ name }) => !named.includes(name))
      .map(({ name }) => ({
        path: ['population', 'targetShares'],
        message: `gives no share to the cohort "${name}"`,
      })),
  ]
}

type PlannedCohort = CohortMembers & {
  readonly criteria: CriteriaTree
  readonly additions: Persona['id'][]
  readonly exclusions: Persona['id'][]
}

/** The file's cohorts with their people. @throws EngineError `invalid_input` for one without */
function planCohorts({ cohorts, population }: StudyFile, people: readonly FoundPerson[]) {
  const members = cohorts.map(({ name, criteria }) =>
    people
      .filter(
        ({ persona, addedTo, takenOutOf }) =>
          !takenOutOf.includes(name) && (addedTo.includes(name) || matches(criteria, persona)),
      )
      .map(({ persona }) => persona),
  )
  const empty = cohorts.find((_, i) => members[i]!.length === 0)
  if (empty)
    throw new EngineError('invalid_input', `Nobody of the study's people is in "${empty.name}"`)
  const total = members.reduce((sum, { length }) => sum + length, 0)
  const picked = (name: string, field: 'addedTo' | 'takenOutOf') =>
    people.filter((one) => one[field].includes(name)).map(({ persona }) => persona.id)
  return cohorts.map(({ name, criteria }, i): PlannedCohort => ({
    id: CohortId.parse(randomUUID()),
    name,
    criteria,
    members: members[i]!,
    targetShare: population.targetShares?.[name] ?? members[i]!.length / total,
    additions: picked(name, 'addedTo'),
    exclusions: picked(name, 'takenOutOf'),
  }))
}

async function makeCohorts(
  deps: StudyFileDeps,
  tenantId: TenantId,
  plan: readonly PlannedCohort[],
  people: readonly FoundPerson[],
) {
  const ours = new Set(people.map(({ persona }) => persona.id))
  const others = (await deps.people(tenantId)).filter(({ id }) => !ours.has(id))
  return Promise.all(
    plan.map(async ({ name, criteria, targetShare, additions, exclusions }) => {
      const strangers = others.filter((one) => matches(criteria, one)).map(({ id }) => id)
      const body = { name, criteria, additions, exclusions: [...exclusions, ...strangers] }
      const { id } = await createCohort(deps, tenantId, body)
      return { cohortId: id, targetShare }
    }),
  )
}
