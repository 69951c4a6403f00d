import type { QuestionType } from '../../../../shared/contract/questions.ts'
import type { RehearsalEffect } from '../../../../shared/contract/studies.ts'
import { uniform } from '../random.ts'
import type { Respondent } from './predictors.ts'
import { acceptPrice, chooseProfile } from './respond/experiments.ts'
import { fillSchema } from './respond/json.ts'
import { allocate, bestAndWorst, chooseOne, chooseSeveral, rankOptions } from './respond/options.ts'
import { latentOnly, onNumbers, onRows, onScale } from './respond/scales.ts'
import { sharesOfAnswers } from './respond/shares.ts'
import type { KeyedItem, Responder, SurveyItem, SurveyResponse } from './respond/survey-item.ts'
import { templateKey } from './template.ts'

export type { SurveyItem, SurveyResponse } from './respond/survey-item.ts'

const DONT_KNOW_RATE = 0.03
const REFUSAL_RATE = 0.01

const responders: Readonly<Record<QuestionType, Responder>> = {
  open: latentOnly,
  single: chooseOne,
  multi: chooseSeveral,
  likert: onScale,
  numeric: onNumbers,
  yesno: onScale,
  nps: onScale,
  rank: rankOptions,
  allocation: allocate,
  matrix: onRows,
  maxdiff: bestAndWorst,
  conjoint: chooseProfile,
  price: acceptPrice,
  json: fillSchema,
}

/**
 * The answer of the offline response model: η = β·x + u + δ + e, total variance 1 without δ.
 *
 * @param appliesTo  whether an effect's `where` holds for the persona; question and condition are
 *                   checked here
 */
export function respond(
  persona: Respondent,
  item: SurveyItem,
  appliesTo: (effect: RehearsalEffect) => boolean,
): SurveyResponse {
  const applying = effectsOn(item).filter(appliesTo)
  const keyed = { ...item, applying, key: templateKey(item.template) }
  const status = statusOf(persona, keyed)
  const answered = responderFor(keyed)(persona, keyed)
  return status === 'valid'
    ? { status, ...answered }
    : { ...answered, status, value: null, text: '' }
}

function responderFor({ ask, template }: KeyedItem): Responder {
  if (ask?.kind === 'shares') return sharesOfAnswers
  // Who speaks freely of a choice has one in mind.
  return responders[template.type]
}

function effectsOn({ effects, template, condition }: SurveyItem): RehearsalEffect[] {
  return effects.filter(
    (effect) =>
      effect.questionId === template.id &&
      (effect.condition === undefined || effect.condition === condition),
  )
}

/** Refusals and don't-knows come from streams of their own, at random. */
function statusOf({ personaKey }: Respondent, item: KeyedItem): SurveyResponse['status'] {
  const { randomSeed, template, key, condition, replicate } = item
  const parts = [randomSeed, personaKey, template.id, key, condition, replicate]
  if (uniform(...parts, 'refusal') < REFUSAL_RATE) return 'refused'
  if (template.allowDontKnow && uniform(...parts, 'dont-know') < DONT_KNOW_RATE) return 'dont_know'
  return 'valid'
}
