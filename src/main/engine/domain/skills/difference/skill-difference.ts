import type { SkillChange } from '../../../../../shared/contract/skill-difference.ts'
import type { SkillBody } from '../../../../../shared/contract/skills.ts'
import { sayReworded } from './compare-lists.ts'
import { compareQuestion } from './compare-question.ts'
import { compareSettings } from './compare-settings.ts'
import { matchQuestions, movedPairs, type Matched } from './match-questions.ts'
import { wordRuns } from './word-runs.ts'

const texts = ['name', 'objective', 'decision', 'successSignal', 'instructions'] as const
const names: Readonly<Record<(typeof texts)[number], string>> = {
  name: 'Name',
  objective: 'Objective',
  decision: 'Decision it informs',
  successSignal: 'Success signal',
  instructions: 'Context for the persona',
}

/** What changed on the way from one body to another, in the order of the later one. */
export function skillDifference(before: SkillBody, after: SkillBody): SkillChange[] {
  const matched = matchQuestions(before.questions, after.questions)
  const skipped = new Set<string>([...texts, 'questions'])
  // An empty list of rules is as good as none.
  const isSaid = ([field, value]: [string, unknown]) =>
    !skipped.has(field) && !(Array.isArray(value) && value.length === 0)
  const settings = (body: SkillBody) =>
    new Map<string, unknown>(Object.entries(body).filter(isSaid))
  return [
    ...texts.flatMap((field) => compareText(field, before[field] ?? '', after[field] ?? '')),
    ...compareSettings(null, settings(before), settings(after)),
    ...compareQuestions(matched),
  ]
}

function compareText(field: (typeof texts)[number], before: string, after: string): SkillChange[] {
  if (before === after) return []
  const sentence =
    before === ''
      ? `${names[field]} added.`
      : after === ''
        ? `${names[field]} removed.`
        : sayReworded(names[field], before, after)
  return [{ kind: 'text', field, words: wordRuns(before, after), sentence }]
}

function compareQuestions(matched: Matched): SkillChange[] {
  const moved = new Set(movedPairs(matched.pairs))
  const placed = [
    ...matched.removed.map(({ question, at }) => ({ at, changes: [removal(question, at)] })),
    ...matched.added.map(({ question, at }) => ({ at, changes: [addition(question, at)] })),
    ...matched.pairs.map((pair) => ({
      at: pair.to,
      changes: [...(moved.has(pair) ? [move(pair)] : []), ...compareQuestion(pair)],
    })),
  ]
  // A stable sort: what was removed at a place is told before what stands there.
  return placed.toSorted((a, b) => a.at - b.at).flatMap(({ changes }) => changes)
}

type Asked = { readonly id: string; readonly text: string }

function addition({ id, text }: Asked, at: number): SkillChange {
  const sentence = `Question “${id}” added as number ${at + 1}: “${text}”`
  return { kind: 'question-added', questionId: id, position: at + 1, text, sentence }
}

function removal({ id, text }: Asked, at: number): SkillChange {
  const sentence = `Question “${id}”, number ${at + 1}, removed: “${text}”`
  return { kind: 'question-removed', questionId: id, position: at + 1, text, sentence }
}

function move({ after, from, to }: Matched['pairs'][number]): SkillChange {
  const place = { questionId: after.id, position: to + 1, before: from + 1 }
  const sentence = `Question “${after.id}” moved from ${from + 1} to ${to + 1}.`
  return { kind: 'question-moved', ...place, sentence }
}
