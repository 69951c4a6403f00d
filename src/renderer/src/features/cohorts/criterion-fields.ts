import type { Criterion } from '../../../../shared/contract/cohorts.ts'
import { traitNames } from '../../../../shared/contract/personas.ts'

export type FieldKind = 'number' | 'text' | 'ranked' | 'free'
type Op = Criterion['op']

const seedFields: [field: string, label: string, kind: FieldKind][] = [
  ['age', 'Age', 'number'],
  ['gender', 'Gender', 'text'],
  ['location', 'Location', 'text'],
  ['baseOccupation', 'Occupation', 'text'],
  ['education', 'Education', 'text'],
  ['income', 'Income', 'text'],
  ['household', 'Household', 'text'],
  ['language', 'Language', 'text'],
  ['firstName', 'First name', 'text'],
  ['lastName', 'Last name', 'text'],
]
const styles = ['formality', 'verbosity', 'directness', 'warmth', 'humor']

const titled = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Choices of the field menu; a key of its own is typed for attributes and knowledge. */
export function fieldChoices(attributeKeys: readonly string[]) {
  return [
    { group: 'Person', items: seedFields.map(([value, label]) => ({ value, label })) },
    {
      group: 'Attributes',
      items: [
        ...attributeKeys.map((key) => ({ value: `attributes.${key}`, label: key })),
        { value: 'attributes.', label: 'Another attribute…' },
      ],
    },
    {
      group: 'Traits (percentile)',
      items: traitNames.map((name) => ({ value: `traits.${name}`, label: titled(name) })),
    },
    {
      group: 'Style (percentile)',
      items: styles.map((name) => ({ value: `style.${name}`, label: titled(name) })),
    },
    {
      group: 'Mind',
      items: [
        { value: 'values', label: 'Values' },
        { value: 'knowledge.', label: 'Knowledge of…' },
      ],
    },
  ]
}

export function kindOf(field: string): FieldKind {
  const seed = seedFields.find(([name]) => name === field)
  if (seed) return seed[2]
  if (field === 'values') return 'ranked'
  return field.startsWith('attributes.') ? 'free' : 'number'
}

const words: Record<Op, string> = {
  eq: 'is',
  neq: 'is not',
  lt: 'is under',
  lte: 'is at most',
  gt: 'is over',
  gte: 'is at least',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'contains',
  exists: 'is known',
}

const opsByKind: Record<FieldKind, readonly Op[]> = {
  number: ['gte', 'lte', 'gt', 'lt', 'eq', 'neq', 'exists'],
  text: ['eq', 'neq', 'in', 'notIn', 'contains', 'exists'],
  ranked: ['contains'],
  free: ['eq', 'neq', 'in', 'notIn', 'gte', 'lte', 'gt', 'lt', 'contains', 'exists'],
}

export function opChoices(field: string): { value: Op; label: string }[] {
  return opsByKind[kindOf(field)].map((op) => ({ value: op, label: words[op] }))
}

/** The operator kept if the new field knows it, else the field's first. */
export function fittingOp(field: string, op: Op): Op {
  const ops = opsByKind[kindOf(field)]
  return ops.includes(op) ? op : (ops[0] ?? 'eq')
}

export const takesMany = (op: Op) => op === 'in' || op === 'notIn'
