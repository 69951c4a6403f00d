import type { ArmName, ArmsDesign } from '../../../../shared/contract/arms.ts'
import { planTasks, type PlannedTask, type PlanMember, type TaskPlan } from './plan-tasks.ts'

/** Tasks that an arm has at least: cells of fewer answers are marked as small everywhere. */
const LEAST = 30
/** And at most, unless told: a distance of .15 shows by then, and more people cost more money. */
const MOST = 100

/** A task of the study itself, or of what runs beside it. */
export type RunTask<Member extends PlanMember> = PlannedTask<Member> & {
  /** Null: of the study itself. */
  readonly arm: string | null
}

export function armsOf(design: { readonly arms?: ArmsDesign | undefined }): ArmName[] {
  const { noPersona = false, demographicsOnly = false } = design.arms ?? {}
  return [
    ...(noPersona ? (['no-persona'] as const) : []),
    ...(demographicsOnly ? (['demographics-only'] as const) : []),
  ]
}

/** Tasks of each arm. @param perReplicate  tasks that one replicate of the study has */
export function armSize(arms: ArmsDesign | undefined, perReplicate: number): number {
  if (perReplicate === 0) return 0
  return arms?.tasks ?? Math.max(LEAST, Math.min(MOST, perReplicate))
}

/**
 * The tasks of the arms: those that the study asks first, put again in each arm, so that cohorts
 * and conditions have the share they have in the study. Small studies are gone through several
 * times. They come after the study's own, which they change in nothing.
 *
 * @param own  the study's tasks as `planTasks` gives them
 */
export function planArms<Member extends PlanMember>(
  own: readonly PlannedTask<Member>[],
  members: readonly Member[],
  plan: TaskPlan & { readonly arms?: ArmsDesign | undefined },
): RunTask<Member>[] {
  const perReplicate = own.length / plan.replicates
  const size = armSize(plan.arms, perReplicate)
  const asked =
    size <= perReplicate
      ? own
      : planTasks(members, { ...plan, replicates: Math.ceil(size / perReplicate) })
  return armsOf(plan).flatMap((arm) => asked.slice(0, size).map((task) => inArm(task, arm)))
}

/** The same task outside of the study: with draws of its own, and no place in a counterbalance. */
export function inArm<Member extends PlanMember>(
  task: PlannedTask<Member>,
  arm: string,
): RunTask<Member> {
  return { ...task, unitKey: `|${arm}|${task.unitKey}`, conditionOrder: null, arm }
}
