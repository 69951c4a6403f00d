import type { Skill } from '../../../../shared/contract/skills.ts'

const variable = /\{\{\s*([^{}]+?)\s*\}\}/g

/** Names of the `{{name}}` variables in whatever a persona reads, each once, as they are met. */
export function findVariables({
  instructions,
  questions,
}: Pick<Skill, 'instructions' | 'questions'>): string[] {
  const names = new Set<string>()
  // The visitor sees every text at any depth: options, rows, labels, items.
  JSON.stringify([instructions, questions], (_, value: unknown) => {
    if (typeof value === 'string')
      for (const [, name] of value.matchAll(variable))
        if (!name!.startsWith('answers.')) names.add(name!)
    return value
  })
  return [...names]
}
