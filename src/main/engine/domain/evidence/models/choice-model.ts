import type { Estimate } from '../../../../../shared/contract/evidence.ts'
import type { ChoiceItem, ChoiceModel } from '../../../../../shared/contract/evidence-models.ts'
import { readable } from '../../questions/readable.ts'
import {
  importanceEstimates,
  utilityEstimate,
  worthEstimates,
} from '../../statistics/choice-estimates.ts'
import { fitChoices, type ChoiceFit } from '../../statistics/choice-fit.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import { meanEstimate } from '../../statistics/mean.ts'
import type { Answers } from '../answer-vectors.ts'
import { measuredValues } from '../answer-vectors.ts'
import { measuredDomain, toEstimate, zeroed } from '../estimates.ts'
import { placeOf } from '../measures.ts'
import { choicesOf, pairsShown, type ChoiceQuestion } from './choice-sources.ts'
import { choiceSentence, choiceWarnings } from './choice-words.ts'

const ERRORS = 'Standard errors by linearisation, personas as units within cohorts.'
const METHODS: Record<ChoiceQuestion['type'], Pick<ChoiceModel, 'method' | 'methodText'>> = {
  rank: {
    method: 'plackett-luce',
    methodText: `Worths by Plackett and Luce (Plackett 1975, Luce 1959) from weighted pseudo-likelihood, unranked options taken as behind; with two options that is Bradley and Terry (1952). ${ERRORS}`,
  },
  maxdiff: {
    method: 'best-worst',
    methodText: `Sequential best–worst logit (Marley & Louviere 2005): the best of a set, then the worst of what is left. ${ERRORS}`,
  },
  conjoint: {
    method: 'conditional-logit',
    methodText: `Part-worths by conditional logit (McFadden 1974), levels coded as effects around their attribute’s average. ${ERRORS}`,
  },
}

/** Fits a question's model to the answers of any domain; answers are read once for all of them. */
export function createChoiceModel(
  design: SurveyDesign,
  question: ChoiceQuestion,
  answers: Answers,
): (within: Uint8Array) => ChoiceModel | undefined {
  const choices = choicesOf(question, answers)
  // Parts of everyone are close to everyone: their fits set out from there.
  let start: Float64Array | undefined
  return (within) => {
    const fit = fitChoices(choices, design, within, start)
    if (!fit || toEstimate(utilityEstimate(fit, 0)).size === 'suppressed') return undefined
    if (!fit.separation) start ??= fit.utilities
    const borda = question.type === 'rank' ? bordaScores(design, question, answers, within) : []
    const items = itemsOf(question, fit, borda)
    const attributes = question.type === 'conjoint' ? question.attributes : []
    const estimates = importanceEstimates(fit)
    const importances = attributes.map(({ name }, i) => ({
      name,
      label: readable(name),
      estimate: toEstimate(estimates[i]!),
    }))
    const free = fit.blocks.find(({ isCentred }) => !isCentred)
    const none = free ? toEstimate(utilityEstimate(fit, free.first)) : null
    const pairs = question.type === 'maxdiff' ? pairsShown(choices, within) : null
    const described = { fit, items, importances, pairs }
    return {
      kind: 'choice',
      ...METHODS[question.type],
      items,
      importances,
      none,
      pairsShown: pairs,
      regularised: fit.separation !== undefined,
      warnings: choiceWarnings(question, described),
      sentence: choiceSentence(question, described),
    }
  }
}

function itemsOf(
  question: ChoiceQuestion,
  fit: ChoiceFit,
  borda: readonly Estimate[],
): ChoiceItem[] {
  const separated = (effect: number): ChoiceItem['separated'] => {
    const { always = [], never = [], uncompared = [] } = fit.separation ?? {}
    if (always.includes(effect)) return 'always preferred'
    if (never.includes(effect)) return 'never preferred'
    return uncompared.includes(effect) ? 'never compared' : null
  }
  const item = (effect: number) => ({
    utility: toEstimate(utilityEstimate(fit, effect)),
    separated: separated(effect),
  })
  if (question.type !== 'conjoint') {
    const worths = worthEstimates(fit, fit.blocks[0]!)
    return question.options.map((name, i) => ({
      name,
      label: readable(name),
      group: null,
      ...item(i),
      share: toEstimate(worths[i]!),
      borda: borda[i] ?? null,
    }))
  }
  return question.attributes.flatMap(({ name, levels }, attribute) =>
    levels.map((level, i) => ({
      name: `${name}: ${level}`,
      label: readable(level),
      group: readable(name),
      ...item(fit.blocks[attribute]!.first + i),
      share: null,
      borda: null,
    })),
  )
}

/** Borda (1781): how many options each is placed before, on average. */
function bordaScores(
  design: SurveyDesign,
  { options }: { options: readonly string[] },
  answers: Answers,
  within: Uint8Array,
): Estimate[] {
  return options.map((option) => {
    const values = measuredValues(answers, {
      name: `borda ${option}`,
      group: null,
      label: option,
      isShare: false,
      valueOf: (ranked) => options.length - placeOf(ranked as string[], option, options.length),
    })
    return toEstimate(meanEstimate(design, zeroed(values), measuredDomain(answers, within, values)))
  })
}
