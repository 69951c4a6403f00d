import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { bare } from '../answer-text.ts'
import { choiceSets, type Profile } from '../designs/choice-sets.ts'
import { answerForm, stepPrompt } from '../prompt-text.ts'
import type { Draw, QuestionKind, Step, Steps } from '../question-kind.ts'
import { invalid, valid, type Reading } from '../reading.ts'
import { readStep } from '../read-step.ts'

type Conjoint = QuestionOf<'conjoint'>
/** `chosen` is an index into the profiles, null for none of them. */
export type ProfileChoice = { readonly profiles: Profile[]; readonly chosen: number | null }

/** Choice-based conjoint (Louviere & Woodworth 1983): which of some profiles, again and again. */
export const conjoint: QuestionKind<Conjoint> = {
  mapTexts: (question, map) => ({
    ...question,
    attributes: question.attributes.map(({ name, levels }) => ({
      name: map(name),
      levels: levels.map(map),
    })),
  }),
  names: () => [],
  ordered: (question) => question,
  choices: ({ attributes }) =>
    attributes.map(({ name, levels }) => `- ${name}: ${levels.join(', ')}`),
  form: ({ allowNone }) => `the number of one of them${allowNone ? ', or "None of these"' : ''}`,
  // A choice is read by its own step; the whole question is never answered at once.
  read: () => invalid('it is asked choice by choice'),
  steps: askChoices,
  inWords: (question, value) =>
    (value as unknown as ProfileChoice[])
      .map(({ profiles, chosen }) =>
        chosen === null ? 'none' : levelsOf(question, profiles[chosen]!).join(', '),
      )
      .join('; '),
  typicalTokens: 200,
  mostSteps: ({ tasks }) => tasks,
}

function describeProfile(question: Conjoint, profile: Profile): string {
  const levels = levelsOf(question, profile)
  return question.attributes.map(({ name }, i) => `${name}: ${levels[i]}`).join(', ')
}

function levelsOf({ attributes }: Conjoint, profile: Profile): string[] {
  return attributes.map(({ levels }, i) => levels[profile[i]!]!)
}

function* askChoices(question: Conjoint, draw: Draw): Steps {
  const sizes = question.attributes.map(({ levels }) => levels.length)
  const shape = { size: question.alternatives, count: question.tasks }
  const answered: ProfileChoice[] = []
  for (const [place, profiles] of choiceSets(sizes, shape, draw).entries()) {
    const reading: Reading = yield choiceStep(question, profiles, place)
    if (reading.status === 'valid') {
      const chosen = Number(reading.value)
      answered.push({ profiles, chosen: chosen < 0 ? null : chosen })
    } else if (answered.length === 0) return reading
  }
  const missing = question.tasks - answered.length
  const value = answered.map(({ profiles, chosen }) => ({
    profiles: profiles.map((p) => [...p]),
    chosen,
  }))
  return { ...valid(value), ...(missing > 0 && { detail: { missing } }) }
}

function choiceStep(question: Conjoint, profiles: Profile[], place: number): Step {
  const text = place === 0 ? question.text : 'And of these, which one?'
  const choices = profiles.map((profile, i) => `${i + 1}. ${describeProfile(question, profile)}`)
  const lines = question.allowNone ? [...choices, '- None of these'] : choices
  const form = answerForm(conjoint.form(question), question.allowDontKnow)
  return {
    prompt: stepPrompt(text, lines, form),
    again: lines.join('\n'),
    ask: { kind: 'profiles', place, profiles },
    read: (text) =>
      readStep({ ...question, read: (said) => readProfile(question, profiles.length, said) }, text),
  }
}

/** An index, −1 for none of them. */
function readProfile({ allowNone }: Conjoint, count: number, said: string): Reading {
  if (/^none\b/.test(bare(said)))
    return allowNone ? valid(-1) : invalid('one of them must be chosen')
  const numbers = [...new Set(said.match(/\b\d{1,2}\b/g) ?? [])].map(Number)
  const [first] = numbers
  if (/^\W*(?:option|profile|number|no\.?)?\s*\d{1,2}\b/i.test(said) && first && first <= count)
    return valid(first - 1)
  return invalid(`it is not a number from 1 to ${count}`)
}
