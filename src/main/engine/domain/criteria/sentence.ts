import type { CriteriaTree, Criterion } from '../../../../shared/contract/cohorts.ts'

/** The criteria as a plain sentence: "Everyone whose age is 35 or more and whose region is North". */
export function sentence(tree: CriteriaTree): string {
  if ('all' in tree && tree.all.length === 0) return 'Everyone'
  if ('not' in tree && 'all' in tree.not && tree.not.all.length === 0) return 'Nobody by a rule'
  return `Everyone ${clause(tree, false)}`
}

/** A part of criteria as it stands in the sentence: "whose age is under 35". */
export function clauseOf(tree: CriteriaTree): string {
  return clause(tree, false)
}

function clause(tree: CriteriaTree, nested: boolean): string {
  if ('all' in tree) return joined(tree.all, 'and', nested)
  if ('any' in tree) return joined(tree.any, 'or', nested)
  if ('not' in tree) {
    const inner = tree.not
    return 'field' in inner ? criterion(inner, true) : `not (${clause(inner, false)})`
  }
  return criterion(tree, false)
}

function joined(parts: readonly CriteriaTree[], word: 'and' | 'or', nested: boolean): string {
  if (parts.length === 0) return 'of any kind'
  const text = parts.map((part) => clause(part, parts.length > 1)).join(` ${word} `)
  return nested && parts.length > 1 ? `(${text})` : text
}

function criterion({ field, op, value }: Criterion, negated: boolean): string {
  const name = fieldName(field)
  const is = negated ? 'is not' : 'is'
  const values = (Array.isArray(value) ? value : [value]).map(String)
  switch (op) {
    case 'eq':
      return `whose ${name} ${is} ${values[0]}`
    case 'neq':
      return `whose ${name} is ${negated ? '' : 'not '}${values[0]}`
    case 'lt':
      return `whose ${name} ${is} under ${values[0]}`
    case 'lte':
      return `whose ${name} ${is} ${values[0]} or less`
    case 'gt':
      return `whose ${name} ${is} over ${values[0]}`
    case 'gte':
      return `whose ${name} ${is} ${values[0]} or more`
    case 'in':
      return `whose ${name} ${is} ${either(values)}`
    case 'notIn':
      return `whose ${name} is ${negated ? '' : 'not '}${either(values)}`
    case 'contains':
      return `whose ${name} ${negated ? 'does not contain' : 'contains'} “${values[0]}”`
    case 'exists':
      return (value !== false) !== negated ? `with a known ${name}` : `without a known ${name}`
  }
}

function either(values: readonly string[]): string {
  if (values.length === 0) return 'none of nothing'
  return values.length === 1 ? values[0]! : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

const names: Readonly<Record<string, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  baseOccupation: 'occupation',
}

/** What a field is called in a sentence: `attributes.region` is "region". */
export function fieldName(field: string): string {
  const [group, ...rest] = field.split('.')
  const name = rest.join('.')
  if (rest.length === 0) return names[field] ?? field
  return group === 'knowledge' ? `knowledge of ${name}` : name
}
