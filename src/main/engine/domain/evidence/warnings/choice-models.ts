import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import type { ChoiceModel, PriceModel } from '../../../../../shared/contract/evidence-models.ts'
import { startPulls, startsUnevenly } from '../models/price-words.ts'
import { decimal, list, percent, plural } from '../words.ts'
import { tasksFound, toWarning, type Look } from './warning.ts'

/** What in a model of choice or price is to be known before its numbers are used. */
export function choiceModelWarnings({ questions }: Look): EvidenceWarning[] {
  return questions.flatMap(({ questionId, overall: { model } }) => {
    if (!model) return []
    return model.kind === 'choice' ? held(questionId, model) : priced(questionId, model)
  })
}

function held(questionId: string, { items }: ChoiceModel): EvidenceWarning[] {
  const named = (which: ChoiceModel['items'][number]['separated']) =>
    items.filter(({ separated }) => separated === which).map(({ label }) => `“${label}”`)
  const [always, never] = [named('always preferred'), named('never preferred')]
  if (always.length + never.length === 0) return []
  const said = [
    ...(always.length > 0 ? [`${list(always)} ${isOrAre(always)} preferred every time`] : []),
    ...(never.length > 0 ? [`${list(never)} ${isOrAre(never)} never preferred`] : []),
  ]
  return [
    toWarning({
      code: 'unanimous_choices',
      severity: 'warning',
      questionId,
      title: 'Choices that all fall alike',
      what: `${said.join('; ')}.`,
      means: 'How far ahead or behind cannot be known; the numbers are held in by a small ridge.',
      todo: 'Use the order, not the distance, or put options to them that are closer to each other.',
    }),
  ]
}

const isOrAre = (names: readonly string[]) => (names.length === 1 ? 'is' : 'are')

function priced(questionId: string, model: PriceModel): EvidenceWarning[] {
  const { best, nonMonotone, start } = model
  const warnings: EvidenceWarning[] = []
  const add = (draft: Omit<Parameters<typeof toWarning>[0], 'severity' | 'questionId'>) =>
    warnings.push(toWarning({ severity: 'warning', questionId, ...draft }))
  if (best?.end)
    add({
      code: 'price_at_an_end',
      title: 'The best price is at an end of those asked about',
      what: `Most is earned at ${best.price}, the ${best.end} price asked about.`,
      means: `The best one may lie ${best.end === 'highest' ? 'above' : 'below'} it.`,
      todo: `Ask about ${best.end === 'highest' ? 'higher' : 'lower'} prices before using it.`,
    })
  if (nonMonotone && nonMonotone.answers > 0)
    add({
      code: 'price_up_and_down',
      title: 'No to a price, yes to a higher one',
      what: `${plural(nonMonotone.answers, 'answer')} (${percent(nonMonotone.share.estimate ?? 0)}, weighted) said no to a price and yes to a higher one.`,
      means: 'They count up to the highest price they accept, which may be too high.',
      todo: 'Read some of them.',
      tasks: {
        ...tasksFound({ questionId }, nonMonotone.answers),
        taskIds: [...nonMonotone.taskIds],
      },
    })
  if (startPulls(start))
    add({
      code: 'price_start',
      title: 'Where the prices start moves the answer',
      what: `Those asked about the higher half of the prices first end ${decimal(Math.abs(start.pull!.estimate!))} ${start.pull!.estimate! > 0 ? 'higher' : 'lower'} on average.`,
      means: 'The curve is a mixture of starts, not of what people would pay.',
      todo: 'Use it with care, or ask each person about one price only.',
    })
  if (startsUnevenly(start))
    add({
      code: 'price_start_uneven',
      title: 'First prices were not drawn evenly',
      what: 'Some prices were asked about first much more often than others.',
      means: 'The curve may lean to where most started.',
      todo: 'Look for tasks that are missing, and run those first.',
    })
  return warnings
}
