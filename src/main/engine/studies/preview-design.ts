import type { CohortId, PopulationVersionId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { fieldsIn } from '../../../shared/contract/segment-field.ts'
import type { SkillBody } from '../../../shared/contract/skills.ts'
import { StudyDesign } from '../../../shared/contract/studies.ts'
import type {
  DesignPreview,
  DesignPreviewRequest,
} from '../../../shared/contract/study-planning.ts'
import { membersOf } from '../cohorts/members.ts'
import type { People } from '../cohorts/people.ts'
import { runBands } from '../domain/evidence/run-bands.ts'
import { checkDesign } from '../domain/studies/check-design.ts'
import { assignCohorts } from '../domain/weighting/assign-cohorts.ts'
import { estimateDesign, type EstimateDeps, type Estimated } from './estimate-run.ts'
import {
  frozenPanel,
  reckonPower,
  segmentFields,
  segmentsOf,
  type PowerPanel,
} from './get-power.ts'
import { getNewestPopulationId, getNewestSkill, getPinnedPopulation } from './pinned-versions.ts'
import { samplePersonas } from './prompt-tokens.ts'

export type PreviewDeps = EstimateDeps & { readonly people: People }
type Panel = { readonly power: PowerPanel; readonly people: Estimated['people'] }

/**
 * Power and estimate of a study as it is being designed. What is wrong with it is part of the
 * answer; comparisons of questions that are not asked are left aside.
 *
 * @throws EngineError `not_found` for an unknown skill or population
 */
export async function previewDesign(
  deps: PreviewDeps,
  tenantId: TenantId,
  request: DesignPreviewRequest,
): Promise<DesignPreview> {
  const design = StudyDesign.strip().parse(request)
  const skill = await skillOf(deps, tenantId, request.skill)
  const panel = await panelOf(deps, tenantId, design, request.people)
  const model = await deps.findModel(tenantId, design.model)
  return {
    power: await reckonPower(deps.db, {
      design,
      questions: skill.questions,
      panel: panel.power,
    }),
    estimate: model
      ? await estimateDesign(deps, tenantId, { design, skill, people: panel.people, model })
      : null,
    problems: checkDesign(design, skill).map(({ path, message }) => ({ path, message })),
  }
}

async function skillOf(
  { db }: PreviewDeps,
  tenantId: TenantId,
  skill: DesignPreviewRequest['skill'],
): Promise<SkillBody> {
  if ('skillId' in skill) return (await getNewestSkill(db, tenantId, skill.skillId)).body
  return { ...skill, name: 'this study', objective: 'this study' }
}

async function panelOf(
  deps: PreviewDeps,
  tenantId: TenantId,
  design: StudyDesign,
  people: DesignPreviewRequest['people'],
): Promise<Panel> {
  const { db } = deps
  if ('populationId' in people) {
    const versionId = await getNewestPopulationId(db, tenantId, people.populationId)
    return frozen(deps, tenantId, design, versionId)
  }
  const everybody = await deps.people(tenantId)
  return livePanel(people.cohorts, design, everybody)
}

async function frozen(
  { db }: PreviewDeps,
  tenantId: TenantId,
  design: StudyDesign,
  versionId: PopulationVersionId,
): Promise<Panel> {
  const { size } = await getPinnedPopulation(db, tenantId, versionId)
  return {
    power: await frozenPanel(db, tenantId, design, versionId),
    people: { size, sample: () => samplePersonas(db, tenantId, versionId) },
  }
}

type LiveCohort = Extract<DesignPreviewRequest['people'], { cohorts: unknown }>['cohorts'][number]

/** Cohorts by their criteria, each weighted to its target share; margins come with a population. */
function livePanel(
  cohorts: readonly LiveCohort[],
  design: StudyDesign,
  everybody: readonly Persona[],
): Panel {
  const fields = segmentFields(design)
  const { personas, cohortOf } = assignCohorts(
    cohorts.map(({ name, criteria, targetShare }, i) => ({
      // No cohort of the workspace: nothing looks it up.
      id: `draft-${i}` as CohortId,
      name,
      targetShare: targetShare ?? 0,
      members: membersOf({ criteria, additions: [], exclusions: [] }, everybody),
    })),
  )
  const bands = runBands(personas, fields.flatMap(fieldsIn))
  const counts = cohorts.map((_, i) => cohortOf.reduce((n, at) => n + Number(at === i), 0))
  const isTargeted = cohorts.every(({ targetShare }) => targetShare !== null)
  const weightOf = (i: number) =>
    isTargeted ? ((cohorts[i]!.targetShare ?? 0) * personas.length) / counts[i]! : 1
  return {
    power: {
      labels: Object.fromEntries(cohorts.map(({ name }, i) => [String(i), name])),
      members: personas.map((persona, i) => ({
        weight: weightOf(cohortOf[i]!),
        segments: { cohort: String(cohortOf[i]!), ...segmentsOf(persona, fields, bands) },
      })),
    },
    people: { size: personas.length, sample: async () => personas },
  }
}
