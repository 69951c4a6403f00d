import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { CriteriaTree } from '../../../shared/contract/cohorts.ts'
import { CohortId, type StudyId, type TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Margin } from '../../../shared/contract/populations.ts'
import { SkillBody } from '../../../shared/contract/skills.ts'
import { StudyDesign, type Study } from '../../../shared/contract/studies.ts'
import { StudyFile } from '../../../shared/contract/study-file.ts'
import { createCohort, getCohort, type CohortDeps } from '../cohorts/cohorts.ts'
import { matches } from '../domain/criteria/matches.ts'
import { personaKey } from '../domain/personas/persona-key.ts'
import { checkDesign } from '../domain/studies/check-design.ts'
import type { CohortMembers } from '../domain/weighting/balance.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/router.ts'
import { createPersonas, type CreateDeps, type NewPersona } from '../personas/create-personas.ts'
import { readPersonas } from '../personas/import-personas.ts'
import { balanceMembers } from '../populations/balance-draft.ts'
import { createPopulation, getPopulation } from '../populations/populations.ts'
import { readMargins as readMarginsTable } from '../populations/read-margins.ts'
import { createSkill, getSkill } from '../skills/skills.ts'
import { runWorker } from '../workers/run-worker.ts'
import { createStudy, getStudy, type StudyDeps } from './create-study.ts'
import { readYaml, type YamlRead } from './yaml-text.ts'
import type { YamlWork } from './yaml-text.worker.ts'

/** Characters that are parsed on the spot: about 10 ms. */
const SMALL_TEXT = 10_000
/** Keys computed between two turns of the event loop: a few milliseconds. */
const KEYS_PER_TURN = 100

export type StudyFileDeps = StudyDeps & CohortDeps & CreateDeps

export type ImportStudyOptions = {
  /** Reads a file the study names, relative to it. */
  readFile: (name: string) => Promise<string>
  onProgress?: ((done: number, total: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * A study file from its text, YAML or JSON.
 *
 * @throws EngineError `invalid_input` with the path, and the line where there is one
 */
export function parseStudyFile(text: string): StudyFile {
  return checkRead(readYaml(text))
}

/** As `parseStudyFile`, with the event loop free: thousands of people inline take seconds. */
export async function readStudyFile(text: string, signal?: AbortSignal): Promise<StudyFile> {
  if (text.length <= SMALL_TEXT) return parseStudyFile(text)
  return checkRead(
    await runWorker<YamlWork, YamlRead>(import.meta.url, 'yaml-text', { text }, { signal }),
  )
}

function checkRead({ fault, ...read }: YamlRead): StudyFile {
  if (!fault) return checkStudyFile('value' in read ? read.value : undefined)
  const { message, line } = fault
  throw new EngineError('invalid_input', `The study file cannot be read: ${message}`, {
    details: [{ path: line === undefined ? '' : `line ${line}`, message }],
  })
}

/** @throws EngineError `invalid_input` with the path of each field at fault */
export function checkStudyFile(value: unknown): StudyFile {
  const result = StudyFile.safeParse(value)
  if (!result.success) throw invalidInput(result.error.issues, 'study file')
  const details = checkDesign(result.data.study, result.data.skill).map(({ path, message }) => ({
    path: path === 'skillId' ? ['skill', 'questions'] : ['study', ...path.split('.')],
    message,
  }))
  if (details.length > 0) throw invalidInput(details, 'study file')
  return result.data
}

/**
 * Makes what the file declares: people, cohorts, population, skill, study. People who are in the
 * workspace already (same seed, same number) are taken as they are; cohorts hold the file's people
 * only, whoever else lives in the workspace. Where no panel can be made of the people, they are all
 * that stays: a second try takes them as they are.
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
  requireShares(file)
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
  return createStudy(deps, tenantId, {
    ...file.study,
    name: file.name,
    populationId: population.id,
    skillId: skill.id,
  })
}

async function readPeople(
  { personas }: StudyFile,
  { readFile, signal }: ImportStudyOptions,
): Promise<NewPersona[]> {
  const inline = (personas.inline ?? []).map(({ randomSeed = personas.randomSeed, ...seed }) => ({
    seed,
    randomSeed,
  }))
  if (personas.file === undefined) return inline
  const format = /\.(jsonl|ndjson)$/i.test(personas.file) ? 'jsonl' : 'csv'
  const source = await readFile(personas.file)
  const read = await readPersonas({ source, format, randomSeed: personas.randomSeed }, signal)
  const [first] = read.errors
  // A study on whoever could be read would not be the study that was written.
  if (first)
    throw new EngineError(
      'invalid_input',
      `${personas.file} has ${read.failed} bad ${read.failed === 1 ? 'line' : 'lines'}; line ${first.line}: ${first.path ? `${first.path}: ` : ''}${first.message}`,
      {
        details: read.errors.map(({ line, path, message }) => ({
          path: `${personas.file}:${line}${path ? `:${path}` : ''}`,
          message,
        })),
      },
    )
  return [...inline, ...read.wanted]
}

async function readMargins(
  { population }: StudyFile,
  { readFile }: ImportStudyOptions,
): Promise<Margin[]> {
  if (population.marginsFile === undefined) return population.margins
  const table = readMarginsTable(await readFile(population.marginsFile), population.marginsFile)
  return [...population.margins, ...table.margins]
}

function requireShares({ cohorts, population }: StudyFile): void {
  if (!population.targetShares) return
  const named = Object.keys(population.targetShares)
  const details = [
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
  if (details.length > 0) throw invalidInput(details, 'study file')
}

async function ensurePeople(
  deps: StudyFileDeps,
  tenantId: TenantId,
  wanted: readonly NewPersona[],
  { onProgress, signal }: ImportStudyOptions,
): Promise<Persona[]> {
  const known = new Map((await deps.people(tenantId)).map((one) => [one.personaKey, one]))
  const keys: string[] = []
  for (const { seed, randomSeed } of wanted) {
    if (keys.length % KEYS_PER_TURN === 0) await setImmediate()
    keys.push(personaKey(seed, randomSeed ?? 0))
  }
  const missing = wanted.filter((_, i) => !known.has(keys[i]!))
  for (const created of await createPersonas(deps, tenantId, missing, { onProgress, signal }))
    known.set(created.personaKey, created)
  // The same seed twice is one person.
  return [...new Set(keys.map((key) => known.get(key)!))]
}

type PlannedCohort = CohortMembers & { readonly criteria: CriteriaTree }

/** The file's cohorts with their people. @throws EngineError `invalid_input` for one without */
function planCohorts({ cohorts, population }: StudyFile, people: readonly Persona[]) {
  const members = cohorts.map(({ criteria }) => people.filter((one) => matches(criteria, one)))
  const empty = cohorts.find((_, i) => members[i]!.length === 0)
  if (empty)
    throw new EngineError('invalid_input', `Nobody of the study's people is in "${empty.name}"`)
  const total = members.reduce((sum, { length }) => sum + length, 0)
  return cohorts.map(({ name, criteria }, i): PlannedCohort => ({
    id: CohortId.parse(randomUUID()),
    name,
    criteria,
    members: members[i]!,
    targetShare: population.targetShares?.[name] ?? members[i]!.length / total,
  }))
}

async function makeCohorts(
  deps: StudyFileDeps,
  tenantId: TenantId,
  plan: readonly PlannedCohort[],
  people: readonly Persona[],
) {
  const ours = new Set(people.map(({ id }) => id))
  const others = (await deps.people(tenantId)).filter(({ id }) => !ours.has(id))
  return Promise.all(
    plan.map(async ({ name, criteria, targetShare }) => {
      const exclusions = others.filter((one) => matches(criteria, one)).map(({ id }) => id)
      const body = { name, criteria, additions: [], exclusions }
      const { id } = await createCohort(deps, tenantId, body)
      return { cohortId: id, targetShare }
    }),
  )
}

/**
 * A study as one file, its people inline, from what it is made of today.
 *
 * @throws EngineError `not_found`
 */
export async function exportStudyFile(
  deps: CohortDeps,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<string> {
  const study = await getStudy(deps.db, tenantId, studyId)
  const [population, skill, everybody] = await Promise.all([
    getPopulation(deps.db, tenantId, study.populationId),
    getSkill(deps.db, tenantId, study.skillId),
    deps.people(tenantId),
  ])
  const cohorts = await Promise.all(
    population.cohorts.map(({ cohortId }) => getCohort(deps, tenantId, cohortId)),
  )
  const members = everybody.filter((persona) =>
    cohorts.some(
      ({ criteria, additions, exclusions }) =>
        !exclusions.includes(persona.id) &&
        (additions.includes(persona.id) || matches(criteria, persona)),
    ),
  )
  const file = {
    workbench: 1,
    name: study.name,
    personas: { inline: members.map(toSeed) },
    cohorts: cohorts.map(({ name, criteria }) => ({ name, criteria })),
    population: {
      name: population.name,
      targetShares: Object.fromEntries(
        population.cohorts.map(({ targetShare }, i) => [cohorts[i]!.name, targetShare]),
      ),
      margins: population.margins,
      ...(population.trim ? { trim: population.trim } : {}),
    },
    skill: SkillBody.strip().parse(skill),
    study: StudyDesign.strip().parse(study),
  }
  return runWorker<YamlWork, string>(import.meta.url, 'yaml-text', { value: file })
}

function toSeed(persona: Persona) {
  const { firstName, lastName, age, location, baseOccupation, attributes } = persona
  const { gender, education, income, household, language, randomSeed } = persona
  const needed = { firstName, lastName, age, location, baseOccupation }
  const known = { gender, education, income, household, language }
  const hasAttributes = Object.keys(attributes).length > 0
  const numbered = randomSeed === 0 ? {} : { randomSeed }
  return { ...needed, ...known, ...(hasAttributes ? { attributes } : {}), ...numbered }
}
