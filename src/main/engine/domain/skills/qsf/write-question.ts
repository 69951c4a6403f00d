import type {
  Question,
  QuestionOf,
  QuestionType,
} from '../../../../../shared/contract/questions.ts'
import { toHtml } from './html.ts'

export type WrittenQuestion = {
  readonly payload: Readonly<Record<string, unknown>>
  readonly values: ReadonlyMap<string, string | number>
}
type Tell = (what: string) => void

const DONT_KNOW = 'Don’t know'

/** A question as Qualtrics has it, without id and logic; undefined where it has no such type. */
export function writeQuestion(question: Question, lost: Tell): WrittenQuestion | undefined {
  const written = byType(question)
  if (!written) return undefined
  for (const fault of unsaid(question)) lost(fault)
  const isOptional = question.type === 'multi' && question.minChoices === 0
  const settings = {
    ForceResponse: isOptional ? 'OFF' : 'ON',
    ForceResponseType: 'ON',
    Type: 'None',
  }
  const { validation, ...payload } = written.payload
  return {
    values: written.values,
    payload: {
      DefaultChoices: false,
      Configuration: { QuestionDescriptionOption: 'UseText' },
      ...payload,
      Validation: { Settings: { ...settings, ...(validation as object) } },
      Language: [],
    },
  }
}

function byType(question: Question): WrittenQuestion | undefined {
  switch (question.type) {
    case 'open':
      return plain({ QuestionType: 'TE', Selector: 'ML' })
    case 'numeric':
      return plain(numericPayload(question))
    case 'single':
      return listed(question.options, question, {
        QuestionType: 'MC',
        Selector: 'SAVR',
        SubSelector: 'TX',
      })
    case 'yesno':
      return chosen(['Yes', 'No'], ['yes', 'no'], question, { Selector: 'SAVR' })
    case 'likert': {
      const points = question.labels.map((_, i) => i + 1)
      return chosen(question.labels, points, question, { Selector: 'SAHR', ...recode(points) })
    }
    case 'nps':
      return nps()
    case 'multi':
      return multi(question)
    case 'rank':
      return listed(question.options, question, {
        QuestionType: 'RO',
        Selector: 'DND',
        SubSelector: 'TX',
      })
    case 'allocation':
      return listed(question.options, question, {
        QuestionType: 'CS',
        Selector: 'VRTL',
        SubSelector: 'TX',
        validation: {
          Type: 'ChoicesTotal',
          ChoiceTotal: String(question.total),
          EnforceRange: null,
        },
      })
    case 'matrix':
      return matrix(question)
    case 'maxdiff':
      return plain({
        QuestionType: 'Matrix',
        Selector: 'MaxDiff',
        ...choicesOf(question.options),
        Answers: { '1': { Display: 'Best' }, '2': { Display: 'Worst' } },
        AnswerOrder: ['1', '2'],
      })
    case 'conjoint':
    case 'price':
    case 'json':
      return undefined
  }
}

function plain(payload: object): WrittenQuestion {
  return { payload: payload as WrittenQuestion['payload'], values: new Map() }
}

function numericPayload({ min, max, decimals }: QuestionOf<'numeric'>) {
  const range = { Min: String(min), Max: String(max), NumDecimals: String(decimals) }
  return {
    QuestionType: 'TE',
    Selector: 'SL',
    validation: { Type: 'ContentType', ContentType: 'ValidNumber', ValidNumber: range },
  }
}

type Movable = {
  readonly allowDontKnow?: boolean
  readonly rotateOptions?: boolean
  readonly anchorLast?: number | undefined
}

function listed(
  texts: readonly string[],
  { allowDontKnow, rotateOptions, anchorLast = 0 }: Movable,
  payload: Readonly<Record<string, unknown>>,
): WrittenQuestion {
  const offersUnknown = allowDontKnow === true && payload['QuestionType'] === 'MC'
  const all = offersUnknown ? [...texts, DONT_KNOW] : texts
  const fixed = anchorLast + (offersUnknown ? 1 : 0)
  return {
    payload: {
      ...payload,
      ...choicesOf(all, offersUnknown && payload['Selector'] === 'MAVR' ? [DONT_KNOW] : []),
      ...(rotateOptions ? { Randomization: randomization(all.length, fixed) } : {}),
    },
    values: new Map(texts.map((text, i) => [String(i + 1), text])),
  }
}

function chosen(
  texts: readonly string[],
  values: readonly (string | number)[],
  question: Movable,
  payload: object,
): WrittenQuestion {
  const written = listed(texts, question, { QuestionType: 'MC', SubSelector: 'TX', ...payload })
  return { ...written, values: new Map(values.map((value, i) => [String(i + 1), value])) }
}

function multi(question: QuestionOf<'multi'>): WrittenQuestion {
  const { options, minChoices, maxChoices, exclusive = [] } = question
  const isRange = maxChoices !== undefined || (minChoices !== undefined && minChoices > 0)
  const range = {
    Type: 'ChoiceRange',
    ...(minChoices === undefined ? {} : { MinChoices: String(minChoices) }),
    ...(maxChoices === undefined ? {} : { MaxChoices: String(maxChoices) }),
  }
  const written = listed(options, question, {
    QuestionType: 'MC',
    Selector: 'MAVR',
    SubSelector: 'TX',
    ...(isRange ? { validation: range } : {}),
  })
  const choices = written.payload['Choices'] as Record<string, object>
  const marked = Object.entries(choices).map(([key, choice]) => {
    const isExclusive = exclusive.includes(options[Number(key) - 1] ?? '')
    return [key, isExclusive ? { ...choice, ExclusiveAnswer: true } : choice]
  })
  return { ...written, payload: { ...written.payload, Choices: Object.fromEntries(marked) } }
}

function nps(): WrittenQuestion {
  const points = Array.from({ length: 11 }, (_, i) => i)
  return {
    payload: {
      QuestionType: 'MC',
      Selector: 'NPS',
      Choices: Object.fromEntries(points.map((point) => [point, { Display: String(point) }])),
      ChoiceOrder: points.map(String),
      ColumnLabels: [{ Display: 'Not at all likely' }, { Display: 'Extremely likely' }],
    },
    values: new Map(points.map((point) => [String(point), point])),
  }
}

function matrix({
  rows,
  labels,
  rotateRows,
  allowDontKnow,
}: QuestionOf<'matrix'>): WrittenQuestion {
  const columns = choicesOf(allowDontKnow ? [...labels, DONT_KNOW] : labels)
  return plain({
    QuestionType: 'Matrix',
    Selector: 'Likert',
    SubSelector: 'SingleAnswer',
    ...choicesOf(rows),
    Answers: columns.Choices,
    AnswerOrder: columns.ChoiceOrder,
    ...recode(labels.map((_, i) => i + 1)),
    ...(rotateRows ? { Randomization: randomization(rows.length, 0) } : {}),
    ChoiceDataExportTags: false,
  })
}

function recode(points: readonly number[]) {
  return {
    RecodeValues: Object.fromEntries(points.map((point) => [point, String(point)])),
  }
}

function choicesOf(texts: readonly string[], exclusive: readonly string[] = []) {
  const keys = texts.map((_, i) => String(i + 1))
  return {
    Choices: Object.fromEntries(
      texts.map((text, i) => [
        keys[i]!,
        { Display: toHtml(text), ...(exclusive.includes(text) ? { ExclusiveAnswer: true } : {}) },
      ]),
    ),
    ChoiceOrder: keys,
    NextChoiceId: texts.length + 1,
    NextAnswerId: 1,
  }
}

function randomization(count: number, fixed: number) {
  if (fixed === 0) return { Advanced: null, TotalRandSubset: '', Type: 'All' }
  const keys = Array.from({ length: count }, (_, i) => String(i + 1))
  const free = keys.slice(0, count - fixed)
  return {
    Advanced: {
      FixedOrder: [...free.map(() => '{~Randomized~}'), ...keys.slice(count - fixed)],
      RandomizeAll: free,
      RandomSubSet: [],
      Undisplayed: [],
      TotalRandSubset: 0,
      QuestionsPerPage: 0,
    },
    TotalRandSubset: '',
    Type: 'Advanced',
  }
}

const offersDontKnow: ReadonlySet<QuestionType> = new Set([
  'single',
  'yesno',
  'likert',
  'multi',
  'matrix',
])

/** What a question says that Qualtrics cannot. */
function unsaid(question: Question): string[] {
  const fields: Readonly<Record<string, unknown>> = { ...question }
  const mode = fields['mode'] as string | undefined
  return [
    question.allowDontKnow &&
      !offersDontKnow.has(question.type) &&
      '“don’t know” is not offered there',
    mode !== undefined && mode !== 'pick' && `the answer mode “${mode}” becomes a plain choice`,
    fields['references'] !== undefined && 'reference statements are left out',
    (fields['referenceShares'] ?? fields['reference']) !== undefined &&
      'figures for rehearsals are left out',
    question.type === 'open' &&
      (question.probes?.length ?? 0) > 0 &&
      'probes are left out: nobody follows up',
    Boolean(fields['unit']) && `the unit “${String(fields['unit'])}” is left out`,
    question.type === 'rank' &&
      question.top !== undefined &&
      question.top < question.options.length &&
      'all places are given away, not only the first',
    question.type === 'maxdiff' &&
      `all ${question.options.length} options are shown at once, not ${question.setSize} at a time`,
  ].filter((fault) => fault !== false)
}
