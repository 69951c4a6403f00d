import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { bare, partsOf } from '../answer-text.ts'
import { balancedSets } from '../designs/balanced-sets.ts'
import { answerForm, stepPrompt } from '../prompt-text.ts'
import type { Draw, QuestionKind, Step, Steps } from '../question-kind.ts'
import { readChoice } from '../read-choice.ts'
import { invalid, valid, type Reading } from '../reading.ts'
import { readStep } from '../read-step.ts'

type MaxDiff = QuestionOf<'maxdiff'>
export type BestWorst = { readonly shown: string[]; readonly best: string; readonly worst: string }

/** Best–worst scaling (Louviere & Woodworth 1990): some options at a time, the best and the worst. */
export const maxdiff: QuestionKind<MaxDiff> = {
  mapTexts: (question, map) => ({ ...question, options: question.options.map(map) }),
  names: ({ options }) => options,
  ordered: (question) => question,
  choices: ({ options }) => options.map((option) => `- ${option}`),
  form: () => '"best: option; worst: option", both word for word',
  // A set is read by its own step; the whole question is never answered at once.
  read: () => invalid('it is asked set by set'),
  steps: askSets,
  inWords: (_, value) =>
    (value as BestWorst[]).map(({ best, worst }) => `best ${best}, worst ${worst}`).join('; '),
  typicalTokens: 200,
  mostSteps: setsOf,
}

/** So many sets that each option comes about three times. */
export function setsOf({ options, setSize, sets }: MaxDiff): number {
  return sets ?? Math.ceil((3 * options.length) / setSize)
}

function* askSets(question: MaxDiff, draw: Draw): Steps {
  const count = setsOf(question)
  const sets = balancedSets(question.options.length, { size: question.setSize, count }, draw)
  const answered: BestWorst[] = []
  for (const set of sets) {
    const shown = set.map((at) => question.options[at]!)
    const reading: Reading = yield setStep(question, shown, answered.length)
    if (reading.status === 'valid') {
      const [best, worst] = reading.value as string[]
      answered.push({ shown, best: best!, worst: worst! })
    } else if (answered.length === 0) return reading
  }
  const missing = count - answered.length
  return { ...valid(answered), ...(missing > 0 && { detail: { missing } }) }
}

function setStep(question: MaxDiff, shown: string[], place: number): Step {
  const text = place === 0 ? question.text : 'And of these: which is the best, which the worst?'
  const choices = shown.map((option) => `- ${option}`)
  const form = answerForm(maxdiff.form(question), question.allowDontKnow)
  return {
    prompt: stepPrompt(text, choices, form),
    again: choices.join('\n'),
    ask: { kind: 'best-worst', options: shown },
    read: (text) =>
      readStep({ ...question, extent: 'list', read: (said) => readBestWorst(shown, said) }, text),
  }
}

function readBestWorst(shown: readonly string[], said: string): Reading {
  const named = (word: string) => {
    const part = partsOf(said).find((each) => bare(each).startsWith(word))
    return part && readChoice(shown, part.replace(/^[^:=]*[:=]\s*/, ''))
  }
  const [best, worst] = [named('best'), named('worst')]
  if (typeof best !== 'number') return invalid('no option is named the best')
  if (typeof worst !== 'number') return invalid('no option is named the worst')
  if (best === worst) return invalid('the best and the worst are the same')
  return valid([shown[best]!, shown[worst]!])
}
