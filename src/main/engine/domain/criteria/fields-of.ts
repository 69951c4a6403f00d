import type { CriteriaTree } from '../../../../shared/contract/cohorts.ts'

/** Fields the criteria test, each once, in the order they are met. */
export function fieldsOf(tree: CriteriaTree): string[] {
  if ('all' in tree) return unique(tree.all.flatMap(fieldsOf))
  if ('any' in tree) return unique(tree.any.flatMap(fieldsOf))
  if ('not' in tree) return fieldsOf(tree.not)
  return [tree.field]
}

function unique(fields: string[]): string[] {
  return [...new Set(fields)]
}
