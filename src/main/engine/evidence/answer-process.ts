import type { PersonaId } from '../../../shared/contract/ids.ts'
import { traitNames } from '../../../shared/contract/personas.ts'
import type { AnswerProcess } from '../domain/evidence/evidence-input.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import type { RunRecord } from './gather.ts'

/** Fields with few categories that anybody has; attributes come beside them. */
const PLAIN_FIELDS = [
  'gender',
  'age',
  'education',
  'income',
  'household',
  'location',
  'baseOccupation',
  ...traitNames.map((trait) => `traits.${trait}`),
]
/** With more categories than this, groups are too small to be compared within. */
const MOST_CATEGORIES = 12

/** How the answers of a run came about, as far as it does not hang on how the run is cut. */
export function processOf({
  manifest,
  tasks,
  personas,
  bands,
}: Pick<RunRecord, 'manifest' | 'tasks' | 'personas' | 'bands'>): Omit<
  AnswerProcess,
  'similarities'
> {
  const { randomSeed, temperature } = manifest.study.design
  const attributes = new Set([...personas.values()].flatMap((it) => Object.keys(it.attributes)))
  const fields = [...PLAIN_FIELDS, ...[...attributes].map((name) => `attributes.${name}`)]
  return {
    randomSeed,
    temperature,
    rotation: manifest.skill.body.rotation,
    unitKeys: tasks.map(({ unitKey }) => unitKey),
    replicates: tasks.map(({ replicate }) => replicate),
    conditionOrders: tasks.map(({ conditionOrder }) => conditionOrder),
    fields: Object.fromEntries(
      fields.flatMap((field) => {
        const of = new Map(
          [...personas].map(([id, persona]) => [id, segmentOf(persona, field, bands)]),
        )
        const categories = new Set(of.values()).size
        if (categories < 2 || categories > MOST_CATEGORIES) return []
        return [[field, tasks.map(({ personaId }) => of.get(personaId as PersonaId) ?? null)]]
      }),
    ),
  }
}
