import type { LintSuggestion } from '../../../../shared/contract/skill-lint.ts'
import type { Skill, UpdateSkillRequest } from '../../../../shared/contract/skills.ts'

type Change = NonNullable<LintSuggestion['change']>

/** The request that sets one value of a skill and leaves the rest as it is. */
export function toRequest(skill: Skill, { path, value }: Change): UpdateSkillRequest {
  const [field, ...rest] = path.split('.')
  const before = (skill as Readonly<Record<string, unknown>>)[field!]
  return { [field!]: setAt(before, rest, value) }
}

function setAt(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(target))
    return target.map((item, i) => (i === Number(key) ? setAt(item, rest, value) : item))
  const record = (target ?? {}) as Readonly<Record<string, unknown>>
  return { ...record, [key]: setAt(record[key], rest, value) }
}
