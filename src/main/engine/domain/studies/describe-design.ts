import type { StudyDesign } from '../../../../shared/contract/studies.ts'
import type { RegisteredPlan } from '../../../../shared/contract/study-history.ts'
import type { DescribedFields } from './describe-changes.ts'

export type NamedVersion = {
  readonly versionId: string
  readonly version: number
  readonly hash: string
}

/** What a study asks, whom and how, as `describeChanges` takes it. */
export type DescribableStudy = {
  readonly name: string
  readonly skill: Omit<NamedVersion, 'hash'>
  readonly population: Omit<NamedVersion, 'hash'>
  readonly design: StudyDesign
}

export function describeStudy(study: DescribableStudy): DescribedFields {
  const { design } = study
  return {
    name: field('Name', study.name),
    objective: field('Objective', design.objective),
    ...plannedFields(design),
    decisionOwner: field('Decision owner', design.decisionOwner),
    ...versionFields(study),
    model: field('Model', design.model),
    temperature: field('Temperature', String(design.temperature)),
    randomSeed: field('Random seed', String(design.randomSeed)),
    asOf: field('Instant of all sessions', design.asOf),
    maxConcurrency: field('Tasks at once', String(design.maxConcurrency)),
    ...otherFields(design),
  }
}

/** A registered plan in words. */
export function describePlan(plan: RegisteredPlan): DescribedFields {
  return {
    ...plannedFields({ ...plan, successCriteria: plan.successCriteria ?? undefined }),
    plannedPersonas: field('Planned personas', String(plan.plannedPersonas)),
    plannedTasks: field('Planned tasks', String(plan.plannedTasks)),
    ...versionFields(plan),
    model: field('Model', plan.model),
  }
}

type Planned = Pick<StudyDesign, 'comparisons' | 'conditions' | 'design' | 'replicates'> & {
  readonly hypothesis?: string | undefined
  readonly successCriteria?: string | undefined
  readonly exclusions?: string | undefined
}

function plannedFields(plan: Planned): DescribedFields {
  return {
    hypothesis: field('Hypothesis', plan.hypothesis),
    successCriteria: field('Success criteria', plan.successCriteria),
    comparisons: {
      label: 'Primary comparisons',
      value: plan.comparisons.map(({ questionId, by }) => `${questionId} by ${by}`),
    },
    exclusions: field('Exclusions', plan.exclusions),
    conditions: { label: 'Conditions', value: plan.conditions.map(describeCondition) },
    design: field(
      'Design',
      plan.design === 'within' ? 'within: each persona gets every condition' : 'between personas',
    ),
    replicates: field('Replicates', String(plan.replicates)),
  }
}

function versionFields({
  skill,
  population,
}: Pick<DescribableStudy, 'skill' | 'population'>): DescribedFields {
  return {
    skill: field('Skill version', versionText(skill)),
    population: field('Population version', versionText(population)),
  }
}

// Two skills may both be at version 1: the id tells them apart.
function versionText({ version, versionId }: Omit<NamedVersion, 'hash'>): string {
  return `version ${version} (${versionId.slice(0, 8)})`
}

const DESCRIBED = new Set(
  [
    'objective hypothesis successCriteria comparisons exclusions conditions design replicates',
    'decisionOwner model temperature randomSeed asOf maxConcurrency',
  ].flatMap((names) => names.split(' ')),
)

/** Fields without words of their own: a study never changes in silence. */
function otherFields(design: StudyDesign): DescribedFields {
  return Object.fromEntries(
    Object.entries(design)
      .filter(([name, value]) => !DESCRIBED.has(name) && value !== undefined)
      .map(([name, value]) => [name, field(OTHER_LABELS[name] ?? name, textOf(value))]),
  )
}

const OTHER_LABELS: Readonly<Record<string, string>> = {
  budgetTokens: 'Budget in tokens',
  budgetMoney: 'Budget in money',
  rehearsal: 'Planted effects',
  power: 'Assumptions for power',
  arms: 'Arms beside the study',
  recall: 'Recalls memories',
  remember: 'Writes memories',
}

function describeCondition({ id, name, variables }: StudyDesign['conditions'][number]): string {
  const values = Object.entries(variables).map(([key, value]) => `${key} = ${value}`)
  return values.length === 0 ? `${name} [${id}]` : `${name} [${id}]: ${values.join(', ')}`
}

function field(label: string, value: string | undefined) {
  return { label, value: value === undefined || value === '' ? null : value }
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
