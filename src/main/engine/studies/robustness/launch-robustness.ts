import type { StudyId, TenantId } from '../../../../shared/contract/ids.ts'
import type { RobustnessLaunch, RobustnessRequest } from '../../../../shared/contract/robustness.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import { planTasks } from '../../domain/studies/plan-tasks.ts'
import { planVariants } from '../../domain/studies/robustness/plan-variants.ts'
import { textsOf } from '../../domain/questions/texts.ts'
import { invalidInput } from '../../http/invalid-input.ts'
import { launchRun, type LaunchDeps } from '../launch-run.ts'
import type { Manifest, ManifestMember } from '../manifest.ts'

/**
 * Launches a run in which a part of the population answers the study in several ways: as designed,
 * and with other words, orders, descriptions of the persona and models.
 *
 * @throws EngineError as `launchRun`; `invalid_input` for no factor, a wording of no question or one
 *   that loses a variable, and an unknown model
 */
export async function launchRobustness(
  deps: LaunchDeps,
  tenantId: TenantId,
  studyId: StudyId,
  { personas, replicates, ...factors }: Omit<RobustnessRequest, 'tenantId'>,
): Promise<RobustnessLaunch> {
  let robustness: Manifest['robustness']
  const run = await launchRun(deps, tenantId, studyId, {}, async (frozen) => {
    const { questions } = frozen.skill.body
    checkWordings(factors.wordings, questions)
    await checkModels(deps, tenantId, factors.models, frozen)
    robustness = planVariants(factors, questions, frozen.study.design.model)
    if (robustness.variants.length < 2)
      throw invalidInput([
        {
          path: ['wordings'],
          message: 'or another factor must have a level beside the study’s own',
        },
      ])
    const { arms: _, remember: __, ...design } = frozen.study.design
    return {
      ...frozen,
      study: { ...frozen.study, design: { ...design, replicates, remember: false } },
      members: someOf(frozen, personas),
      robustness,
    }
  })
  return { run, variants: robustness!.variants, isFull: robustness!.isFull }
}

/** Members in the order they would be asked in, so that cohorts keep their shares. */
function someOf({ members, study }: Manifest, most: number): ManifestMember[] {
  const { randomSeed } = study.design
  const plan = { conditions: [], design: 'between', replicates: 1, randomSeed } as const
  const chosen = new Set(
    planTasks(members, plan)
      .slice(0, most)
      .map(({ member }) => member),
  )
  return members.filter((member) => chosen.has(member))
}

function checkWordings(wordings: RobustnessRequest['wordings'], questions: readonly Question[]) {
  const faults = wordings.flatMap((wording, i) =>
    Object.entries(wording).flatMap(([id, text]) => {
      const path = ['wordings', i, id]
      const question = questions.find((one) => one.id === id)
      if (!question) return [{ path, message: 'is no question of the skill' }]
      const lost = variablesIn(textsOf(question)[0]!).filter(
        (name) => !variablesIn(text).includes(name),
      )
      return lost.map((name) => ({ path, message: `must keep {{${name}}}` }))
    }),
  )
  if (faults.length > 0) throw invalidInput(faults)
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)].map(([, name]) => name!)
}

async function checkModels(
  { findModel }: LaunchDeps,
  tenantId: TenantId,
  models: readonly string[],
  { study, model }: Manifest,
): Promise<void> {
  for (const [i, name] of models.entries()) {
    const path = ['models', i]
    const found = await findModel(tenantId, name)
    if (!found) throw invalidInput([{ path, message: `"${name}" is not a configured model` }])
    if (found.rehearsal !== model.rehearsal)
      throw invalidInput([{ path, message: 'must not mix a rehearsal with a language model' }])
    if (study.design.budgetMoney !== undefined)
      throw invalidInput([
        { path, message: 'has a price of its own: cap the study in tokens instead of money' },
      ])
  }
}
