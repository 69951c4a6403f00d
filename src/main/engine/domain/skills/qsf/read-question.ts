import { toPlainText } from './html.ts'
import { inOrder, numberOf, own, partOf, textOf, valuesOf, type Part } from './parts.ts'
import { readChoices, readColumns, type Choices } from './read-choices.ts'
import type { Target } from './read-logic.ts'
import { isDescending, isScale } from './read-scale.ts'

/** A question before its logic: fields still to be checked by the contract. */
export type Draft = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly text: string
}
export type ReadQuestion = {
  /** Several where a question of the file has parts of its own; their ids get a suffix. */
  readonly drafts: readonly Draft[]
  readonly op: Target['op']
  readonly values: ReadonlyMap<string, string | number>
}
type Input = {
  readonly payload: Part
  readonly text: string
  readonly lost: (what: string) => void
}

/** @returns in words why the question cannot be taken, where it cannot */
export function readQuestion(input: Input): ReadQuestion | string {
  const { payload } = input
  const type = textOf(own(payload, 'QuestionType'))
  const selector = textOf(own(payload, 'Selector'))
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined
  if (!read) return nameOf(type, selector)
  return read(input, selector)
}

const readers: Readonly<Record<string, (input: Input, selector: string) => ReadQuestion | string>> =
  {
    MC: readChoice,
    Matrix: readMatrix,
    SBS: readSideBySide,
    TE: readText,
    Slider: readSlider,
    RO: (input) => simple('rank', input, { most: 12 }),
    CS: (input) => {
      const total = numberOf(own(validationOf(input.payload), 'ChoiceTotal')) ?? 100
      return simple('allocation', input, { most: 12, more: { total } })
    },
  }

function readChoice(input: Input, selector: string): ReadQuestion | string {
  const { payload, text, lost } = input
  if (selector === 'NPS') {
    const keys = inOrder(own(payload, 'Choices'), own(payload, 'ChoiceOrder')).map(([key]) => key)
    const values = new Map(keys.map((key, i) => [key, i]))
    return { drafts: [{ type: 'nps', text }], op: 'eq', values }
  }
  const choices = readChoices(payload, 300, lost)
  const dontKnow = choices.allowDontKnow ? { allowDontKnow: true } : {}
  if (/^MA|^MSB/.test(selector)) return readMulti(input, { ...choices, dontKnow })
  if (choices.texts.length > 30) {
    lost(`${choices.texts.length} choices are more than 30: it is asked openly`)
    return { drafts: [{ type: 'open', text }], op: 'none', values: new Map() }
  }
  const { texts, keys, anchored } = choices
  if (
    anchored === undefined &&
    texts.length === 2 &&
    /^yes$/i.test(texts[0]!) &&
    /^no$/i.test(texts[1]!)
  ) {
    const values = new Map([
      [keys[0]!, 'yes'],
      [keys[1]!, 'no'],
    ])
    return { drafts: [{ type: 'yesno', text, ...dontKnow }], op: 'eq', values }
  }
  const isRow = selector === 'SAHR' && (texts.length === 5 || texts.length === 7)
  if (anchored === undefined && (isRow || isScale(texts))) return readLikert(input, choices)
  const values = new Map(keys.map((key, i) => [key, texts[i]!]))
  return {
    drafts: [{ type: 'single', text, options: texts, ...dontKnow, ...moves(choices) }],
    op: 'eq',
    values,
  }
}

function readMulti(
  { payload, text }: Input,
  choices: Choices & { dontKnow: object },
): ReadQuestion {
  const settings = validationOf(payload)
  const isRange = own(settings, 'Type') === 'ChoiceRange'
  const [least, most] = [
    numberOf(own(settings, 'MinChoices')),
    numberOf(own(settings, 'MaxChoices')),
  ]
  const isOptional = own(settings, 'ForceResponse') !== 'ON'
  const count = choices.texts.length
  const draft: Draft = {
    type: 'multi',
    text,
    options: choices.texts,
    ...choices.dontKnow,
    ...moves(choices),
    ...(isRange && least !== undefined
      ? { minChoices: Math.min(least, count) }
      : isOptional
        ? { minChoices: 0 }
        : {}),
    ...(isRange && most ? { maxChoices: Math.min(most, count) } : {}),
    ...(choices.exclusive.length > 0 ? { exclusive: choices.exclusive.slice(0, 5) } : {}),
  }
  return {
    drafts: [draft],
    op: 'includes',
    values: new Map(choices.keys.map((key, i) => [key, choices.texts[i]!])),
  }
}

function readLikert({ payload, text, lost }: Input, choices: Choices): ReadQuestion {
  const turned = isDescending(choices, payload)
  if (turned) lost('the scale is turned so that the lowest comes first')
  const labels = (turned ? choices.texts.toReversed() : choices.texts).map((each) =>
    each.slice(0, 100),
  )
  const keys = turned ? choices.keys.toReversed() : choices.keys
  const dontKnow = choices.allowDontKnow ? { allowDontKnow: true } : {}
  return {
    drafts: [{ type: 'likert', text, labels, ...dontKnow }],
    op: 'eq',
    values: new Map(keys.map((key, i) => [key, i + 1])),
  }
}

function readMatrix(input: Input, selector: string): ReadQuestion | string {
  const { payload, text, lost } = input
  const subSelector = textOf(own(payload, 'SubSelector'))
  const rows = readChoices(payload, 300, lost)
  if (selector === 'MaxDiff') {
    const setSize = Math.min(4, rows.texts.length - 1)
    lost(`best and worst are asked of ${setSize} at a time, not of all at once`)
    return {
      drafts: [{ type: 'maxdiff', text, options: rows.texts, setSize }],
      op: 'none',
      values: new Map(),
    }
  }
  if (selector !== 'Likert' || !/^(?:SingleAnswer|DL|DND|MultipleAnswer)?$/.test(subSelector))
    return nameOf('Matrix', selector === 'Likert' ? subSelector : selector)
  const columns = readColumns(payload, 100, lost)
  const names = rows.allowDontKnow ? [...rows.texts, 'Don’t know'] : rows.texts
  const dontKnow = columns.allowDontKnow ? { allowDontKnow: true } : {}
  if (subSelector === 'MultipleAnswer') {
    lost('each row becomes a question of its own')
    const drafts = names.map((row) => ({
      type: 'multi',
      text: `${text}\n${row}`,
      options: columns.texts,
      minChoices: 0,
      ...dontKnow,
    }))
    return { drafts, op: 'none', values: new Map() }
  }
  const turned = isDescending(columns, payload)
  if (turned) lost('the columns are turned so that the lowest comes first')
  const labels = turned ? columns.texts.toReversed() : columns.texts
  const rotates = rows.anchored === undefined ? {} : { rotateRows: true }
  const parts = Array.from({ length: Math.ceil(names.length / 20) }, (_, i) =>
    names.slice(i * 20, i * 20 + 20),
  )
  if (parts.length > 1)
    lost(`${names.length} rows are more than 20: they become ${parts.length} questions`)
  const drafts = parts.map((part) => ({
    type: 'matrix',
    text,
    rows: part,
    labels,
    ...dontKnow,
    ...rotates,
  }))
  return { drafts, op: 'none', values: new Map() }
}

/** Each of its groups of columns is a matrix of the same rows. */
function readSideBySide(input: Input): ReadQuestion | string {
  input.lost('each group of columns becomes a question of its own')
  const groups = valuesOf(own(input.payload, 'AdditionalQuestions')).map((group) => {
    const title = toPlainText(textOf(own(group, 'QuestionText')))
    const text = [input.text, title].filter(Boolean).join('\n')
    return readMatrix({ ...input, text, payload: partOf(group) }, textOf(own(group, 'Selector')))
  })
  const faults = groups.filter((group) => typeof group === 'string')
  for (const fault of faults) input.lost(`a group is left out: ${fault}`)
  const drafts = groups.flatMap((group) => (typeof group === 'string' ? [] : group.drafts))
  return drafts.length > 0
    ? { drafts, op: 'none', values: new Map() }
    : (faults[0] ?? nameOf('SBS', ''))
}

function readText({ payload, text, lost }: Input, selector: string): ReadQuestion {
  const settings = validationOf(payload)
  const content =
    own(settings, 'Type') === 'ContentType' ? textOf(own(settings, 'ContentType')) : ''
  if (selector === 'FORM') {
    lost('each line of the form becomes a question of its own')
    const lines = inOrder(own(payload, 'Choices'), own(payload, 'ChoiceOrder'))
    const words = lines.map(([, line]) => toPlainText(textOf(own(line, 'Display'))))
    return {
      drafts: words.map((line) => ({ type: 'open', text: `${text}\n${line}` })),
      op: 'none',
      values: new Map(),
    }
  }
  if (content === 'ValidNumber') {
    const range = own(settings, 'ValidNumber')
    return numeric(
      [text],
      { min: own(range, 'Min'), max: own(range, 'Max'), decimals: own(range, 'NumDecimals') },
      lost,
    )
  }
  if (content) lost(`the check of what is typed (${content.slice(0, 40)}) is left out`)
  return { drafts: [{ type: 'open', text }], op: 'none', values: new Map() }
}

function readSlider({ payload, text, lost }: Input): ReadQuestion {
  const { texts } = readChoices(payload, 300, lost)
  const configuration = own(payload, 'Configuration')
  const several = texts.length > 1
  if (several) lost('each slider becomes a question of its own')
  return numeric(
    several ? texts.map((line) => `${text}\n${line}`) : [text],
    {
      min: own(configuration, 'CSSliderMin') ?? 0,
      max: own(configuration, 'CSSliderMax') ?? 100,
      decimals: own(configuration, 'NumDecimals'),
    },
    lost,
  )
}

type Range = { readonly min: unknown; readonly max: unknown; readonly decimals: unknown }

function numeric(texts: readonly string[], range: Range, lost: Input['lost']): ReadQuestion {
  const [min, max] = [numberOf(range.min), numberOf(range.max)]
  if (min === undefined || max === undefined)
    lost(`it has no range in the file: ${min ?? 0} to ${max ?? 1_000_000} is taken`)
  const decimals = Math.min(6, Math.max(0, Math.round(numberOf(range.decimals) ?? 0)))
  const fields = { min: min ?? 0, max: max ?? 1_000_000, ...(decimals > 0 ? { decimals } : {}) }
  const drafts = texts.map((text) => ({ type: 'numeric', text, ...fields }))
  return { drafts, op: texts.length === 1 ? 'number' : 'none', values: new Map() }
}

function simple(
  type: string,
  { payload, text, lost }: Input,
  { most, more = {} }: { most: number; more?: object },
): ReadQuestion {
  const choices = readChoices(payload, 300, lost)
  const options = choices.allowDontKnow ? [...choices.texts, 'Don’t know'] : choices.texts
  if (options.length > most) lost(`${options.length} options: only ${most} can be taken`)
  const kept = options.slice(0, most)
  const draft = { type, text, options: kept, ...moves(choices), ...more }
  return { drafts: [draft], op: 'none', values: new Map() }
}

function moves({ anchored }: Choices): object {
  if (anchored === undefined) return {}
  return { rotateOptions: true, ...(anchored > 0 ? { anchorLast: anchored } : {}) }
}

function validationOf(payload: Part): Part {
  return partOf(own(own(payload, 'Validation'), 'Settings'))
}

const typeNames: Readonly<Record<string, string>> = {
  FileUpload: 'a file upload',
  HeatMap: 'a heat map',
  HotSpot: 'a hot spot',
  Timing: 'a page timer',
  Captcha: 'a captcha',
  Meta: 'data about the browser',
  Draw: 'a signature or drawing',
  PGR: 'pick, group and rank',
  DD: 'a drill-down list',
  HL: 'a text to highlight',
  GAP: 'a graphic slider',
  SS: 'a graphic slider',
  TreeSelect: 'a tree to select from',
  Matrix: 'a matrix',
}

function nameOf(type: string, selector: string): string {
  const name = Object.hasOwn(typeNames, type) ? typeNames[type]! : `the type “${type.slice(0, 40)}”`
  const detail = type === 'Matrix' ? ` of the kind “${selector.slice(0, 40)}”` : ''
  return `${name}${detail} has no counterpart here`
}
