import type { Cohort, CriteriaTree } from '../../../shared/contract/cohorts.ts'
import type { CohortId, PersonaId, StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { SkillBody } from '../../../shared/contract/skills.ts'
import { StudyDesign } from '../../../shared/contract/studies.ts'
import type { FileLife, FilePerson, StudyFile } from '../../../shared/contract/study-file.ts'
import { getCohort, type CohortDeps } from '../cohorts/cohorts.ts'
import { matches } from '../domain/criteria/matches.ts'
import { EngineError } from '../errors.ts'
import { seedOf } from '../personas/export-personas.ts'
import { tellLives } from '../personas/told-lives.ts'
import { runWorker } from '../workers/run-worker.ts'
import { getStudy } from './create-study.ts'
import { tellRegistration } from './file-registration.ts'
import { getPinnedPanel, getPinnedSkill, type PinnedPanel } from './pinned-versions.ts'
import { SCHEMA_NAME } from './study-file.ts'
import type { YamlWork } from './yaml-text.worker.ts'

/** What names no file stands for: nobody by a rule. */
const NOBODY: CriteriaTree = { not: { all: [] } }

/**
 * A study as one file that the same study can be made of elsewhere: skill and panel as they are
 * pinned, people with what has happened to them.
 *
 * @throws EngineError `not_found`
 */
export async function exportStudyFile(
  deps: CohortDeps,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<string> {
  const { db } = deps
  const study = await getStudy(db, tenantId, studyId)
  const [panel, skill, everybody, registration] = await Promise.all([
    getPinnedPanel(db, tenantId, study.populationVersionId),
    getPinnedSkill(db, tenantId, study.skillVersionId),
    deps.people(tenantId),
    tellRegistration(db, study),
  ])
  const { name, margins, trim } = panel.body
  const cohorts = await readCohorts(deps, tenantId, panel)
  const members = everybody.filter(({ id }) => panel.cohortOf.has(id))
  const file = {
    workbench: 1,
    name: study.name,
    personas: tellPeople(members, {
      lives: await tellLives(db, tenantId, members),
      picks: pickByHand(members, cohorts, panel),
    }),
    cohorts: cohorts.map((cohort) => ({ name: cohort.name, criteria: cohort.criteria })),
    population: {
      name,
      targetShares: Object.fromEntries(cohorts.map((one) => [one.name, one.targetShare])),
      margins,
      ...(trim ? { trim } : {}),
    },
    skill: SkillBody.strip().parse(skill.body),
    study: StudyDesign.strip().parse(study),
    ...(registration ? { registration } : {}),
  } satisfies StudyFile
  const head = `# yaml-language-server: $schema=${SCHEMA_NAME}\n`
  return head + (await runWorker<YamlWork, string>(import.meta.url, 'yaml-text', { value: file }))
}

type FileCohort = Pick<Cohort, 'id' | 'criteria' | 'additions' | 'exclusions' | 'name'> & {
  readonly targetShare: number
}

/** The panel's cohorts, with names that tell them apart. */
async function readCohorts(
  deps: CohortDeps,
  tenantId: TenantId,
  { body }: PinnedPanel,
): Promise<FileCohort[]> {
  const names = new Set<string>()
  const cohorts: FileCohort[] = []
  for (const [i, { cohortId, targetShare }] of body.cohorts.entries()) {
    const cohort = await getCohort(deps, tenantId, cohortId).catch((error: unknown) => {
      if (error instanceof EngineError && error.code === 'not_found') return gone(cohortId, i)
      throw error
    })
    const { criteria, additions, exclusions } = cohort
    let name = cohort.name
    for (let n = 2; names.has(name); n++) name = `${cohort.name.slice(0, 190)} (${n})`
    names.add(name)
    cohorts.push({ id: cohortId, name, criteria, additions, exclusions, targetShare })
  }
  return cohorts
}

/** A cohort that was thrown away since: its people are still in the panel. */
const gone = (id: CohortId, i: number) => ({
  id,
  name: `Cohort ${i + 1}`,
  criteria: NOBODY,
  additions: [],
  exclusions: [],
})

type Picks = Pick<FilePerson, 'addedTo' | 'takenOutOf'>

/**
 * Who is in a cohort, or out of it, otherwise than by its criteria: as somebody picked by hand, and
 * as the panel was frozen, whoever the criteria would say today.
 */
function pickByHand(
  members: readonly Persona[],
  cohorts: readonly FileCohort[],
  { cohortOf }: PinnedPanel,
): Map<PersonaId, Picks> {
  const sets = cohorts.map((cohort) => ({
    ...cohort,
    added: new Set(cohort.additions),
    excluded: new Set(cohort.exclusions),
  }))
  return new Map(
    members.map((persona) => {
      const addedTo: string[] = []
      const takenOutOf: string[] = []
      const own = cohorts.findIndex(({ id }) => id === cohortOf.get(persona.id))
      sets.forEach(({ name, criteria, added, excluded }, i) => {
        const byRule = matches(criteria, persona)
        const isIn = !excluded.has(persona.id) && (added.has(persona.id) || byRule)
        // Somebody counts in the first cohort that has them.
        if (i === own ? !byRule || added.has(persona.id) : i > own && added.has(persona.id))
          addedTo.push(name)
        if (i !== own && (excluded.has(persona.id) || (i < own && isIn))) takenOutOf.push(name)
      })
      return [
        persona.id,
        {
          ...(addedTo.length > 0 ? { addedTo } : {}),
          ...(takenOutOf.length > 0 ? { takenOutOf } : {}),
        },
      ]
    }),
  )
}

type Told = {
  readonly lives: ReadonlyMap<PersonaId, FileLife>
  readonly picks: ReadonlyMap<PersonaId, Picks>
}

function tellPeople(members: readonly Persona[], { lives, picks }: Told): StudyFile['personas'] {
  const timeOfAll = mostFrequent(members.map(({ createdAt }) => createdAt))
  const inline = members.map((persona): FilePerson => {
    const { id, randomSeed, createdAt } = persona
    const life = lives.get(id)
    return {
      ...seedOf(persona),
      ...(randomSeed === 0 ? {} : { randomSeed }),
      ...(createdAt === timeOfAll ? {} : { describedAt: createdAt }),
      ...picks.get(id),
      ...(life ? { life } : {}),
    }
  })
  return { inline, randomSeed: 0, ...(timeOfAll === undefined ? {} : { describedAt: timeOfAll }) }
}

/** The earliest of those that occur most. */
function mostFrequent(instants: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const instant of instants) counts.set(instant, (counts.get(instant) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
}
