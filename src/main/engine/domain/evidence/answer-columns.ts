import type { Question, QuestionOf } from '../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../shared/contract/runs.ts'
import type { ProfileChoice } from '../questions/kinds/conjoint.ts'
import { setsOf, type BestWorst } from '../questions/kinds/maxdiff.ts'
import type { PriceLadder } from '../questions/kinds/price.ts'
import { readable } from '../questions/readable.ts'
import { simpleFields } from '../questions/simple-fields.ts'
import { measuresOf } from './measures.ts'

export type Cell = string | number | null

/** One column that a question has in a table with a row per interview. */
export type AnswerColumn = {
  /** Stable for a version of a skill: `id.value`, `id.2_on_foot`, `id.set1_best`. */
  readonly name: string
  /** What it is about: the option, row or set. */
  readonly about: string
  /** What its values mean. */
  readonly values: string
  /** Of a valid answer. */
  valueOf(value: AnswerValue): Cell
}

/** The columns of a question, besides its status: one where it has one answer, else one per part. */
export function answerColumns(question: Question): AnswerColumn[] {
  const { id } = question
  const one = (values: string, valueOf: AnswerColumn['valueOf'] = plain): AnswerColumn => ({
    name: `${id}.value`,
    about: '',
    values,
    valueOf,
  })
  switch (question.type) {
    case 'open':
      return [one('text')]
    case 'single':
      return [one(`one of: ${question.options.map(readable).join(' | ')}`, readableText)]
    case 'yesno':
      return [one('yes | no')]
    case 'nps':
      return [one('0 not at all likely … 10 extremely likely')]
    case 'numeric':
      return [one(`a number${question.unit ? ` of ${question.unit}` : ''}`)]
    case 'likert':
      return [
        one(coded(question.labels)),
        {
          ...one('the label of the point', (value) =>
            readable(question.labels[Number(value) - 1] ?? ''),
          ),
          name: `${id}.label`,
        },
      ]
    case 'multi':
      return perName(id, question.options, '1 chosen, 0 not', (value, option) =>
        (value as string[]).includes(option) ? 1 : 0,
      )
    case 'rank':
      return perName(
        id,
        question.options,
        '1 best; empty: not among the places given',
        (value, option) => (value as string[]).indexOf(option) + 1 || null,
      )
    case 'allocation':
      return perName(id, question.options, `part of ${question.total}`, partOf)
    case 'matrix':
      return perName(id, question.rows, coded(question.labels), partOf)
    case 'maxdiff':
      return [...scores(question, 'times best less times worst, by times shown'), ...sets(question)]
    case 'conjoint':
      return [
        ...scores(question, 'share chosen of the profiles shown with it'),
        ...choices(question),
      ]
    case 'price':
      return prices(question)
    case 'json':
      return [
        ...fields(question),
        one('the whole answer as JSON', (value) => JSON.stringify(value)),
      ]
  }
}

function plain(value: AnswerValue): Cell {
  return value as Cell
}

function readableText(value: AnswerValue): Cell {
  return readable(String(value))
}

function partOf(value: AnswerValue, name: string): Cell {
  return (value as Record<string, number>)[name] ?? null
}

function coded(labels: readonly string[]): string {
  return labels.map((label, i) => `${i + 1} ${readable(label)}`).join(' | ')
}

function perName(
  id: string,
  names: readonly string[],
  values: string,
  valueOf: (value: AnswerValue, name: string) => Cell,
): AnswerColumn[] {
  return names.map((name, i) => ({
    name: `${id}.${numbered(i, name)}`,
    about: readable(name),
    values,
    valueOf: (value) => valueOf(value, name),
  }))
}

/** What is estimated of an answer of several choices: empty where it was never shown. */
function scores(question: Question, values: string): AnswerColumn[] {
  return measuresOf(question).map((measure, i) => ({
    name: `${question.id}.${numbered(i, measure.name)}`,
    about: readable(measure.name),
    values,
    valueOf: (value) => numberOrNull(measure.valueOf(value)),
  }))
}

function sets(question: QuestionOf<'maxdiff'>): AnswerColumn[] {
  return Array.from({ length: setsOf(question) }, (_, i) => {
    const column = (part: string, values: string, of: (set: BestWorst) => string) => ({
      name: `${question.id}.set${i + 1}_${part}`,
      about: `Set ${i + 1}`,
      values,
      valueOf: (value: AnswerValue) => {
        const set = (value as unknown as BestWorst[])[i]
        return set ? readable(of(set)) : null
      },
    })
    return [
      column('shown', 'the options shown', ({ shown }) => shown.join(' | ')),
      column('best', 'the option named best', ({ best }) => best),
      column('worst', 'the option named worst', ({ worst }) => worst),
    ]
  }).flat()
}

function choices({ id, attributes, alternatives, tasks }: QuestionOf<'conjoint'>): AnswerColumn[] {
  const levels = attributes.map(({ name }) => readable(name)).join(' | ')
  return Array.from({ length: tasks }, (_, i) => {
    const choice = (value: AnswerValue) => (value as unknown as ProfileChoice[])[i]
    const about = `Choice ${i + 1}`
    return [
      ...Array.from({ length: alternatives }, (__, at) => ({
        name: `${id}.choice${i + 1}_profile${at + 1}`,
        about,
        values: levels,
        valueOf: (value: AnswerValue) =>
          choice(value)
            ?.profiles[at]?.map((level, attribute) =>
              readable(attributes[attribute]!.levels[level]!),
            )
            .join(' | ') ?? null,
      })),
      {
        name: `${id}.choice${i + 1}_chosen`,
        about,
        values: 'number of the profile chosen, 0 none of them',
        valueOf: (value: AnswerValue) => {
          const made = choice(value)
          return made ? (made.chosen === null ? 0 : made.chosen + 1) : null
        },
      },
    ]
  }).flat()
}

function prices({ id, prices: all, currency }: QuestionOf<'price'>): AnswerColumn[] {
  const ladder = (value: AnswerValue) => value as unknown as PriceLadder
  const about = (price: number) => `${price} ${readable(currency)}`
  return [
    {
      name: `${id}.highest`,
      about: '',
      values: `the highest price accepted, ${readable(currency)}; empty: none`,
      valueOf: (value) => ladder(value).highest,
    },
    ...all.map((price) => ({
      name: `${id}.accepts_${price}`,
      about: about(price),
      values: '1 accepts this price or a higher one, 0 not',
      valueOf: (value: AnswerValue) => ((ladder(value).highest ?? -Infinity) >= price ? 1 : 0),
    })),
    ...all.map((price) => ({
      name: `${id}.asked_${price}`,
      about: about(price),
      values: '1 said yes, 0 said no; empty: not asked',
      valueOf: (value: AnswerValue) => {
        const asked = ladder(value).asked.find((one) => one.price === price)
        return asked ? Number(asked.accepted) : null
      },
    })),
  ]
}

function fields(question: QuestionOf<'json'>): AnswerColumn[] {
  return simpleFields(question).map(({ name, values }, i) => ({
    name: `${question.id}.${numbered(i, name)}`,
    about: name,
    values: values === null ? 'a number' : values.join(' | '),
    valueOf: (value) => {
      const given = (value as Record<string, unknown>)[name] ?? null
      return typeof given === 'boolean' ? String(given) : (given as Cell)
    },
  }))
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

/** "2_on_foot": the place makes it unique, the words readable. */
function numbered(index: number, text: string): string {
  const words = readable(text)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 30)
    .replaceAll(/^_|_$/g, '')
  return words === '' ? String(index + 1) : `${index + 1}_${words}`
}
