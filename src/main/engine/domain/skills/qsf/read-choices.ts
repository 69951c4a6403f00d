import { toPlainText, hasMedia } from './html.ts'
import { inOrder, listOf, numberOf, own, textOf, type Part } from './parts.ts'

/** Choices as options of ours, by the key they have in the file. */
export type Choices = {
  readonly texts: readonly string[]
  readonly keys: readonly string[]
  readonly exclusive: readonly string[]
  readonly allowDontKnow: boolean
  /** How many at the end keep their places; undefined: none moves. */
  readonly anchored: number | undefined
}
type Tell = (what: string) => void

const DONT_KNOW = /^(?:i )?(?:don['’]?t|do not) know\.?$/i

/** @param longest  characters of one text, those beyond are cut and told */
export function readChoices(payload: Part, longest: number, lost: Tell): Choices {
  const items = inOrder(own(payload, 'Choices'), own(payload, 'ChoiceOrder'))
  for (const fault of choiceFaults(items.map(([, item]) => item))) lost(fault)
  const named = distinct(
    items.map(([key, item], i) => [key, displayOf(item, i, longest), item] as const),
    lost,
  )
  const isUnknown = named.length > 2 && DONT_KNOW.test(named.at(-1)![1])
  const kept = isUnknown ? named.slice(0, -1) : named
  const anchored = readRandomization(own(payload, 'Randomization'), items.length, lost)
  return {
    texts: kept.map(([, text]) => text),
    keys: kept.map(([key]) => key),
    exclusive: kept
      .filter(([, , item]) => own(item, 'ExclusiveAnswer') === true)
      .map(([, text]) => text),
    allowDontKnow: isUnknown,
    anchored: anchored === undefined ? undefined : Math.max(0, anchored - (isUnknown ? 1 : 0)),
  }
}

/** The columns of a matrix. */
export function readColumns(payload: Part, longest: number, lost: Tell) {
  const columns = { Choices: own(payload, 'Answers'), ChoiceOrder: own(payload, 'AnswerOrder') }
  return readChoices(columns, longest, lost)
}

function displayOf(item: Part, i: number, longest: number): string {
  const text = toPlainText(textOf(own(item, 'Display'))).replaceAll('\n', ' ')
  return (text || `(choice ${i + 1} without words)`).slice(0, longest).trim()
}

function choiceFaults(items: readonly Part[]): string[] {
  const any = (test: (item: Part) => boolean) => items.some(test)
  return [
    any((item) => Boolean(own(item, 'TextEntry'))) && 'the text field beside a choice is left out',
    any((item) => own(item, 'DisplayLogic') !== undefined) &&
      'conditions of single choices are left out: all are offered',
    any((item) => hasMedia(textOf(own(item, 'Display')))) && 'pictures in choices are left out',
    any((item) => Boolean(own(item, 'Image'))) && 'pictures in choices are left out',
  ].filter((fault) => fault !== false)
}

function distinct<T>(
  named: readonly (readonly [string, string, T])[],
  lost: Tell,
): (readonly [string, string, T])[] {
  const seen = new Set<string>()
  return named.map(([key, text, item]) => {
    let name = text
    for (let n = 2; seen.has(name); n++) name = `${text.slice(0, 290)} (${n})`
    if (name !== text)
      lost(`a second choice “${text.slice(0, 60)}” is told apart as “${name.slice(0, 60)}”`)
    seen.add(name)
    return [key, name, item]
  })
}

/** @returns how many choices at the end stay; undefined when the order is as written */
function readRandomization(value: unknown, count: number, lost: Tell): number | undefined {
  const type = textOf(own(value, 'Type'))
  if (numberOf(own(value, 'TotalRandSubset')) !== undefined && type !== 'None')
    lost('a random part of the choices was shown: all are')
  if (type === 'All') return 0
  if (type === 'ScaleReversal')
    lost('the scale was turned around for half of the people: it is not')
  if (type !== 'Advanced') return undefined
  const advanced = own(value, 'Advanced')
  const order = listOf(own(advanced, 'FixedOrder')).map(textOf)
  const last = order.lastIndexOf('{~Randomized~}')
  if (last === -1) return undefined
  const anchored = order.length - 1 - last
  if (order.slice(0, last).some((key) => key !== '{~Randomized~}'))
    lost('choices fixed at the start change places too: only the last can stay')
  if (anchored > 5 || anchored >= count) {
    lost('too many choices stay at the end: all change places')
    return 0
  }
  return anchored
}
