import type { PersonaId } from '../../../../shared/contract/ids.ts'
import type { AnsweredTask } from '../evidence.repo.ts'
import { nameOf, type RunRecord } from '../gather.ts'

/** What every row says where the built-in model answered: a copied row keeps its label. */
export const REHEARSAL = 'rehearsal, not evidence about people'

/** What every row says of who answered, under what and with what weight. */
export function taskCells({ run, manifest, cohorts, personas }: RunRecord, task: AnsweredTask) {
  const persona = personas.get(task.personaId as PersonaId)
  return {
    study: manifest.study.name,
    run: run.number,
    taskId: task.taskId,
    personaId: task.personaId,
    persona: nameOf(persona),
    age: persona?.age ?? null,
    gender: persona?.gender ?? null,
    location: persona?.location ?? null,
    cohort: cohorts.find(({ id }) => id === task.cohortId)?.name ?? task.cohortId,
    condition: task.condition,
    conditionOrder: task.conditionOrder,
    replicate: task.replicate,
    weight: task.weight,
  }
}

/** What every row ends with: who answered for the personas, and whether that is evidence. */
export function modelCells({ run }: RunRecord) {
  return { model: run.modelName, label: run.rehearsal ? REHEARSAL : null }
}
