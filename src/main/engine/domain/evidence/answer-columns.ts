import type { Question, QuestionOf } from '../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../shared/contract/runs.ts'
import type { ProfileChoice } from '../questions/kinds/conjoint.ts'
import { setsOf, type BestWorst } from '../questions/kinds/maxdiff.ts'
import type { PriceLadder } from '../questions/kinds/price.ts'
import { readable } from '../questions/readable.ts'
import { simpleFields } from '../questions/simple-fields.ts'
import { flag, NUMBER, numbered, oneOf, PLACE, TEXT, type ColumnKind } from './column-kinds.ts'
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
  readonly kind: ColumnKind
  /** Of a valid answer. */
  valueOf(value: AnswerValue): Cell
}

/** The columns of a question, besides its status: one where it has one answer, else one per part. */
export function answerColumns(question: Question): AnswerColumn[] {
  const { id } = question
  const one = (
    values: string,
    kind: ColumnKind,
    valueOf: AnswerColumn['valueOf'] = plain,
  ): AnswerColumn => ({ name: `${id}.value`, about: '', values, kind, valueOf })
  switch (question.type) {
    case 'open':
      return [one('text', TEXT)]
    case 'single': {
      const options = question.options.map(readable)
      return [one(`one of: ${options.join(' | ')}`, oneOf(options), readableText)]
    }
    case 'yesno':
      return [one('yes | no', YES_NO)]
    case 'nps':
      return [one('0 not at all likely … 10 extremely likely', LIKELY)]
    case 'numeric':
      return [
        one(`a number${question.unit ? ` of ${question.unit}` : ''}`, {
          ...NUMBER,
          form: isWhole(question) ? 'integer' : 'number',
        }),
      ]
    case 'likert':
      return [
        one(coded(question.labels), points(question.labels)),
        {
          ...one('the label of the point', TEXT, (value) =>
            readable(question.labels[Number(value) - 1] ?? ''),
          ),
          name: `${id}.label`,
        },
      ]
    case 'multi':
      return perName(id, question.options, { values: '1 chosen, 0 not', kind: CHOSEN }, isAmong)
    case 'rank':
      return perName(
        id,
        question.options,
        { values: '1 best; empty: not among the places given', kind: PLACE },
        (value, option) => (value as string[]).indexOf(option) + 1 || null,
      )
    case 'allocation':
      return perName(
        id,
        question.options,
        { values: `part of ${question.total}`, kind: NUMBER },
        partOf,
      )
    case 'matrix':
      return perName(
        id,
        question.rows,
        { values: coded(question.labels), kind: points(question.labels) },
        partOf,
      )
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
        one('the whole answer as JSON', TEXT, (value) => JSON.stringify(value)),
      ]
  }
}

const YES_NO: ColumnKind = {
  form: 'text',
  measure: 'nominal',
  codes: [
    { code: 1, value: 'yes', label: 'Yes' },
    { code: 0, value: 'no', label: 'No' },
  ],
}
const LIKELY: ColumnKind = {
  form: 'integer',
  measure: 'ordinal',
  codes: [
    { code: 0, value: 0, label: 'Not at all likely' },
    { code: 10, value: 10, label: 'Extremely likely' },
  ],
}
const CHOSEN = flag('Chosen', 'Not chosen')

/** Whether every answer is a whole number of 32 bits. */
function isWhole({ decimals, min, max }: QuestionOf<'numeric'>): boolean {
  return decimals === 0 && Math.abs(min) < 2 ** 31 && Math.abs(max) < 2 ** 31
}

function points(labels: readonly string[]): ColumnKind {
  return numbered(labels.map(readable), 'ordinal')
}

function isAmong(value: AnswerValue, option: string): Cell {
  return (value as string[]).includes(option) ? 1 : 0
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
  shared: Pick<AnswerColumn, 'values' | 'kind'>,
  valueOf: (value: AnswerValue, name: string) => Cell,
): AnswerColumn[] {
  return names.map((name, i) => ({
    name: `${id}.${placed(i, name)}`,
    about: readable(name),
    ...shared,
    valueOf: (value) => valueOf(value, name),
  }))
}

/** What is estimated of an answer of several choices: empty where it was never shown. */
function scores(question: Question, values: string): AnswerColumn[] {
  return measuresOf(question).map((measure, i) => ({
    name: `${question.id}.${placed(i, measure.name)}`,
    about: readable(measure.name),
    values,
    kind: NUMBER,
    valueOf: (value) => numberOrNull(measure.valueOf(value)),
  }))
}

function sets(question: QuestionOf<'maxdiff'>): AnswerColumn[] {
  const option = oneOf(question.options.map(readable))
  return Array.from({ length: setsOf(question) }, (_, i) => {
    const column = (
      part: string,
      { values, kind }: Pick<AnswerColumn, 'values' | 'kind'>,
      of: (set: BestWorst) => string,
    ) => ({
      name: `${question.id}.set${i + 1}_${part}`,
      about: `Set ${i + 1}`,
      values,
      kind,
      valueOf: (value: AnswerValue) => {
        const set = (value as unknown as BestWorst[])[i]
        return set ? readable(of(set)) : null
      },
    })
    return [
      column('shown', { values: 'the options shown', kind: TEXT }, ({ shown }) =>
        shown.join(' | '),
      ),
      column('best', { values: 'the option named best', kind: option }, ({ best }) => best),
      column('worst', { values: 'the option named worst', kind: option }, ({ worst }) => worst),
    ]
  }).flat()
}

function choices({ id, attributes, alternatives, tasks }: QuestionOf<'conjoint'>): AnswerColumn[] {
  const levels = attributes.map(({ name }) => readable(name)).join(' | ')
  const profiles = Array.from({ length: alternatives }, (_, i) => `Profile ${i + 1}`)
  const chosen = numbered(['None of them', ...profiles], 'nominal', 0)
  return Array.from({ length: tasks }, (_, i) => {
    const choice = (value: AnswerValue) => (value as unknown as ProfileChoice[])[i]
    const about = `Choice ${i + 1}`
    return [
      ...Array.from({ length: alternatives }, (__, at) => ({
        name: `${id}.choice${i + 1}_profile${at + 1}`,
        about,
        values: levels,
        kind: TEXT,
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
        kind: chosen,
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
      kind: NUMBER,
      valueOf: (value) => ladder(value).highest,
    },
    ...all.map((price) => ({
      name: `${id}.accepts_${price}`,
      about: about(price),
      values: '1 accepts this price or a higher one, 0 not',
      kind: flag('Accepts', 'Does not accept'),
      valueOf: (value: AnswerValue) => ((ladder(value).highest ?? -Infinity) >= price ? 1 : 0),
    })),
    ...all.map((price) => ({
      name: `${id}.asked_${price}`,
      about: about(price),
      values: '1 said yes, 0 said no; empty: not asked',
      kind: flag('Yes', 'No'),
      valueOf: (value: AnswerValue) => {
        const asked = ladder(value).asked.find((one) => one.price === price)
        return asked ? Number(asked.accepted) : null
      },
    })),
  ]
}

function fields(question: QuestionOf<'json'>): AnswerColumn[] {
  return simpleFields(question).map(({ name, values }, i) => ({
    name: `${question.id}.${placed(i, name)}`,
    about: name,
    values: values === null ? 'a number' : values.join(' | '),
    kind: values === null ? NUMBER : fieldKind(values),
    valueOf: (value) => {
      const given = (value as Record<string, unknown>)[name] ?? null
      const isText = given !== null && values?.some((one) => typeof one !== 'number')
      return isText ? String(given) : (given as Cell)
    },
  }))
}

/** Of a field with few values: numbers keep themselves, all else is text. */
function fieldKind(values: readonly (string | number | boolean)[]): ColumnKind {
  if (values.every((value) => typeof value === 'number')) return { ...NUMBER, measure: 'nominal' }
  return oneOf(values.map(String))
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

/** "2_on_foot": the place makes it unique, the words readable. */
function placed(index: number, text: string): string {
  const words = readable(text)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 30)
    .replaceAll(/^_|_$/g, '')
  return words === '' ? String(index + 1) : `${index + 1}_${words}`
}
