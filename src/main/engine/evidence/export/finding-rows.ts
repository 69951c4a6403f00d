import type {
  Comparison,
  DomainEstimates,
  Estimate,
  Evidence,
  QuestionEvidence,
} from '../../../../shared/contract/evidence.ts'
import { choiceModelOf, priceModelOf } from '../../../../shared/model-estimates.ts'
import type { OpenCoding, OpenCodings } from './open-codings.ts'

/** Every difference between two groups, with its test. */
export function* comparisonRows({ questions }: Evidence) {
  for (const question of questions)
    for (const { by, a, b, difference, ...rest } of question.comparisons)
      yield {
        ...asked(question),
        by,
        a: a.label,
        aValue: a.value,
        b: b.label,
        bValue: b.value,
        measure: rest.measure,
        measureLabel: rest.measureLabel,
        scale: scaleOf(rest),
        difference: difference.estimate,
        ...around(difference),
        p: rest.p,
        pAdjusted: rest.pAdjusted,
        kind: rest.kind,
        verdict: rest.verdict,
        trueByConstruction: rest.trueByConstruction ? 'yes' : 'no',
        sentence: rest.sentence,
      }
}

function scaleOf({ isShare }: Pick<Comparison, 'isShare'>): string {
  return isShare ? 'share, 0 to 1' : 'units of the answer'
}

/** Every test of association (Rao & Scott 1984). */
export function* associationRows({ questions }: Evidence) {
  for (const question of questions)
    for (const test of question.tests)
      yield {
        ...asked(question),
        ...test,
        trueByConstruction: test.trueByConstruction ? 'yes' : 'no',
      }
}

/** Every theme with its share among everyone and in each group. */
export function* themeRows({ questions }: Evidence, codings: OpenCodings) {
  for (const question of questions) {
    const coding = codings.get(question.questionId)
    for (const theme of coding?.details ?? []) {
      const everyone = { by: 'everyone', value: '', label: 'Everyone', share: theme.share }
      for (const { by, value, label, share } of [everyone, ...theme.segments]) {
        const feeling = by === 'everyone' ? theme.sentiment : null
        yield {
          ...asked(question),
          themeId: theme.id,
          theme: nameOf(coding!, theme.id),
          keywords: theme.keywords.join(', '),
          by,
          group: label,
          groupValue: value,
          share: share.estimate,
          ...around(share),
          sentiment: feeling?.estimate ?? null,
          sentimentLower: feeling?.lower ?? null,
          sentimentUpper: feeling?.upper ?? null,
        }
      }
    }
  }
}

/** What was said: typical answers of each theme, and those that point the other way. */
export function* quoteRows({ questions }: Evidence, codings: OpenCodings) {
  for (const question of questions) {
    const coding = codings.get(question.questionId)
    for (const { id, quotes, dissenting } of coding?.details ?? [])
      for (const { why, ...quote } of [
        ...quotes.map((one) => ({ ...one, why: 'typical' })),
        ...dissenting,
      ])
        yield {
          ...asked(question),
          themeId: id,
          theme: nameOf(coding!, id),
          kind: why === 'typical' ? why : `dissents: ${why}`,
          quote: quote.text,
          persona: quote.personaName,
          cohort: quote.cohort,
          sentiment: quote.sentiment,
          taskId: quote.taskId,
        }
  }
}

function nameOf({ themes }: OpenCoding, themeId: string): string {
  return themes.find(({ id }) => id === themeId)!.name
}

/** Utilities of options and levels, from models of choice, by group. */
export function* choiceRows({ questions }: Evidence) {
  for (const question of questions)
    for (const { estimates, ...group } of groupsOf(question)) {
      const model = choiceModelOf(estimates)
      if (!model) continue
      const about = { ...asked(question), ...group, model: model.method }
      for (const { label, estimate } of model.importances)
        yield choiceRow(about, { attribute: label, item: 'importance of the attribute' }, estimate)
      for (const { label, group: attribute, utility, share, borda, separated } of model.items) {
        const item = { attribute: attribute ?? '', item: label }
        yield {
          ...choiceRow(about, { ...item, quantity: 'utility, log odds' }, utility),
          note: separated ?? '',
        }
        if (share) yield choiceRow(about, { ...item, quantity: 'worth, 0 to 1' }, share)
        if (borda) yield choiceRow(about, { ...item, quantity: 'Borda score' }, borda)
      }
      if (model.none)
        yield choiceRow(
          about,
          { attribute: '', item: 'none of them', quantity: 'utility, log odds' },
          model.none,
        )
    }
}

function choiceRow<About extends object>(
  about: About,
  {
    attribute,
    item,
    quantity = 'importance, 0 to 1',
  }: { attribute: string; item: string; quantity?: string },
  of: Estimate,
) {
  return { ...about, attribute, item, quantity, estimate: of.estimate, ...around(of), note: '' }
}

/** Who accepts each price, and what it earns per person asked, by group. */
export function* priceRows({ questions }: Evidence) {
  for (const question of questions)
    for (const { estimates, ...group } of groupsOf(question)) {
      const model = priceModelOf(estimates)
      for (const { price, revenue, bestInResamples } of model?.prices ?? []) {
        const accepts = estimates.measures?.find(({ value }) => Number(value) === price)?.estimate
        yield {
          ...asked(question),
          ...group,
          unit: question.unit,
          price,
          accepts: accepts?.estimate ?? null,
          acceptsLower: accepts?.lower ?? null,
          acceptsUpper: accepts?.upper ?? null,
          revenue: revenue.estimate,
          ...around(revenue),
          earnsMost: price === model?.best?.price ? 'yes' : 'no',
          earnsMostInResamples: bestInResamples,
        }
      }
    }
}

function asked({ questionId, text }: QuestionEvidence) {
  return { questionId, question: text }
}

function around({ standardError, lower, upper, level, n, effectiveN, size }: Estimate) {
  return { standardError, lower, upper, level, n, effectiveN, size }
}

type NamedGroup = { by: string; group: string; groupValue: string; estimates: DomainEstimates }

function groupsOf({ overall, segments, conditions }: QuestionEvidence): NamedGroup[] {
  return [
    { by: 'everyone', group: 'Everyone', groupValue: '', estimates: overall },
    ...segments.map((one) => ({
      by: one.by,
      group: one.label,
      groupValue: one.value,
      estimates: one,
    })),
    ...conditions.map((one) => ({
      by: 'condition',
      group: one.label,
      groupValue: one.value,
      estimates: one,
    })),
  ]
}
