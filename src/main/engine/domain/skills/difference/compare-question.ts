import type { SkillChange } from '../../../../../shared/contract/skill-difference.ts'
import { compareLists, sayReworded } from './compare-lists.ts'
import { compareSettings } from './compare-settings.ts'
import type { Match } from './match-questions.ts'
import { wordRuns } from './word-runs.ts'

/** Lists of words that are settings, and not what is chosen from. */
const settingLists = new Set(['probes', 'exclusive'])

/** What changed in a question that both versions have, its place aside. */
export function compareQuestion({ before, after, to }: Match): SkillChange[] {
  const place = { questionId: after.id, position: to + 1 }
  const earlier = new Map<string, unknown>(Object.entries(before))
  const later = new Map<string, unknown>(Object.entries(after))
  const lists = [...later.keys()].filter(
    (field) => isTextList(field, later.get(field)) && isTextList(field, earlier.get(field)),
  )
  const skipped = new Set(['id', 'text', ...lists])
  return [
    ...renamed(before.id, place),
    ...reworded(before.text, after.text, place),
    ...lists.flatMap((list) =>
      compareLists({ ...place, list }, earlier.get(list) as string[], later.get(list) as string[]),
    ),
    ...compareSettings(after.id, without(earlier, skipped), without(later, skipped)),
  ]
}

type Place = { readonly questionId: string; readonly position: number }

function renamed(id: string, place: Place): SkillChange[] {
  if (id === place.questionId) return []
  const sentence = `Question “${id}” is called “${place.questionId}” now.`
  return [{ ...place, kind: 'question-renamed', before: id, sentence }]
}

function reworded(before: string, after: string, place: Place): SkillChange[] {
  if (before === after) return []
  const sentence = sayReworded(`Question “${place.questionId}”`, before, after)
  return [{ ...place, kind: 'question-reworded', words: wordRuns(before, after), sentence }]
}

function isTextList(field: string, value: unknown): boolean {
  return (
    !settingLists.has(field) &&
    Array.isArray(value) &&
    value.every((entry) => typeof entry === 'string')
  )
}

function without(fields: ReadonlyMap<string, unknown>, skipped: ReadonlySet<string>) {
  return new Map([...fields].filter(([field]) => !skipped.has(field)))
}
