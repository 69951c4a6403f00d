import type { SkillVersionId, TenantId } from '../../../shared/contract/ids.ts'
import type { Skill, SkillBody } from '../../../shared/contract/skills.ts'
import { StudyDesign } from '../../../shared/contract/studies.ts'
import { checkLogic } from '../domain/skills/logic/check-logic.ts'
import { variablesOf } from '../domain/studies/fill-question.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { toIso } from '../memory/instant.ts'
import type { ChatModel } from '../models/chat-model.ts'
import type { FindModel } from './create-study.ts'
import type { ManifestHead } from './manifest.ts'

/** What is needed to put a skill to somebody without a study. */
export type Asking = {
  /** `offline`, or the name of a configured model. */
  readonly model: string
  readonly variables: Readonly<Record<string, string>>
  readonly randomSeed: number
}

/** @throws EngineError `invalid_input` for a variable without a value, broken logic, an unknown model */
export async function requireAskable(
  { findModel }: { readonly findModel: FindModel },
  tenantId: TenantId,
  skill: Skill,
  { model, variables }: Pick<Asking, 'model' | 'variables'>,
): Promise<void> {
  const faults = [
    ...variablesOf(skill)
      .filter((name) => !Object.hasOwn(variables, name))
      .map((name) => ({
        path: ['variables', name],
        message: `must be given: the skill uses {{${name}}}`,
      })),
    ...checkLogic(skill)
      .filter(({ severity }) => severity === 'error')
      .map(({ explanation }) => ({ path: ['skillId'], message: explanation })),
  ]
  if (faults.length > 0) throw invalidInput(faults)
  if (!(await findModel(tenantId, model)))
    throw invalidInput([{ path: ['model'], message: `"${model}" is not a configured model` }])
}

/**
 * The manifest of a study of one condition that fills the variables, held now.
 *
 * @param id  of the condition
 */
export function manifestOutsideRun(
  { id, name }: { readonly id: string; readonly name: string },
  work: Asking & { readonly skillVersionId: SkillVersionId; readonly body: SkillBody },
  { model, now }: { readonly model: ChatModel; readonly now: number },
): ManifestHead {
  const conditions = [{ id, name, variables: work.variables }]
  const design = StudyDesign.parse({ conditions, randomSeed: work.randomSeed, model: work.model })
  return {
    format: 1,
    engineVersion: '',
    clock: toIso(now),
    study: { id: '', name, design },
    skill: { versionId: work.skillVersionId, version: 0, hash: '', body: work.body },
    population: { versionId: '', version: 0, hash: '' },
    model: { name: work.model, modelName: model.name, rehearsal: model.rehearsal },
  }
}
