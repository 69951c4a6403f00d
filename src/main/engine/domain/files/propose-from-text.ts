import { toCivil } from '../personas/calendar.ts'
import type { TimeMention, TimeOptions } from './find-times.ts'
import { isOnlyDate, type Passage } from './passages.ts'
import {
  proposeMemory,
  MAX_FIELD,
  type Life,
  type Piece,
  type Proposal,
  type Skip,
  type Told,
} from './propose.ts'
import { resolveTime } from './resolve-time.ts'
import { splitEvents } from './split-events.ts'

export type Proposed = { readonly proposals: Proposal[]; readonly skipped: Skip[] }

export type Limits = {
  readonly maxProposals: number
  readonly maxSkipped: number
}

/** Memories from passages, in their order; what is left out is listed with its reason. */
export function proposeFromText(
  passages: readonly (Passage & { readonly where: string })[],
  life: Life,
  limits: Limits,
): Proposed {
  const options = optionsFor(passages, life)
  const splitting = { ...options, yearOf: (time: TimeMention) => yearOf(time, life) }
  const collect = createCollector(limits)
  const seen = new Map<string, string>()
  let before: Told | undefined
  for (const piece of mergeEntries(passages)) {
    if (collect.isFull()) {
      collect.leaveOut(1)
      continue
    }
    const earlier = seen.get(piece.text)
    if (earlier !== undefined) {
      collect.skip({ where: piece.where, reason: `The same as ${earlier}.` })
      continue
    }
    seen.set(piece.text, piece.where)
    for (const text of splitEvents(piece.text, MAX_FIELD, splitting)) {
      if (collect.isFull()) break
      const result = proposeMemory({ ...piece, text }, life, options, before)
      if ('reason' in result) {
        collect.skip({ where: piece.where, reason: result.reason })
      } else {
        before = result.told
        collect.add(result.proposal)
      }
    }
  }
  return collect.result('passages')
}

function yearOf(mention: TimeMention, { birthMs, nowMs }: Life): number | undefined {
  if (mention.kind !== 'date' && (mention.kind !== 'age' || mention.vague)) return undefined
  const time = resolveTime(mention, { birthMs, nowMs })
  return time && toCivil(time.ms).year
}

/** Keeps to the limits and counts what is beyond them. */
export function createCollector({ maxProposals, maxSkipped }: Limits) {
  const proposals: Proposal[] = []
  const skipped: Skip[] = []
  let [leftOut, skippedMore] = [0, 0]
  return {
    isFull: () => proposals.length >= maxProposals,
    leaveOut: (count: number) => void (leftOut += count),
    add: (proposal: Omit<Proposal, 'key'>) =>
      void proposals.push({ key: `m${proposals.length + 1}`, ...proposal }),
    skip(skip: Skip) {
      if (skipped.length < maxSkipped) skipped.push(skip)
      else skippedMore += 1
    },
    result(what: string): Proposed {
      const ends: Skip[] = []
      if (skippedMore > 0)
        ends.push({ where: 'further on', reason: `${skippedMore} more are left out.` })
      if (leftOut > 0)
        ends.push({
          where: 'at the end',
          reason: `${leftOut} ${what} more than the ${maxProposals} that one file can propose: split it.`,
        })
      return { proposals, skipped: [...skipped, ...ends] }
    },
  }
}

/** Paragraphs of one day's entry that are short enough to be one memory. */
const MAX_ENTRY = 1200

/** A diary's day is one event, however many paragraphs it takes, unless it takes very many. */
function mergeEntries(passages: readonly (Passage & { readonly where: string })[]): Piece[] {
  const pieces: Piece[] = []
  let last: { heading: string | undefined; piece: Piece } | undefined
  for (const { text, where, headings } of passages) {
    const heading = headings.at(-1)
    const isSameDay = heading !== undefined && heading === last?.heading && isDay(heading)
    if (last && isSameDay && last.piece.text.length + text.length < MAX_ENTRY) {
      last.piece = { ...last.piece, text: `${last.piece.text} ${text}` }
      pieces[pieces.length - 1] = last.piece
    } else {
      const piece = { text, where, headings }
      last = { heading, piece }
      pieces.push(piece)
    }
  }
  return pieces
}

function isDay(heading: string): boolean {
  return (
    isOnlyDate(heading) &&
    /\d{1,2}\D+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\D{1,12}\d{1,2},?\s+\d{4}/.test(heading)
  )
}

/** Who is spoken of, and how dates are written, from the whole of the text. */
function optionsFor(passages: readonly Passage[], { firstName }: Life): TimeOptions {
  let [me, named, dayFirst, monthFirst] = [0, 0, 0, 0]
  for (const { text } of passages) {
    me += text.match(/\b(?:I|my|we|our)\b/g)?.length ?? 0
    named += text.split(firstName).length - 1
    for (const [, first, second] of text.matchAll(/\b(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/g)) {
      if (Number(first) > 12) dayFirst += 1
      if (Number(second) > 12) monthFirst += 1
    }
  }
  return {
    name: firstName,
    thirdPerson: named > 0 && me < named,
    dayFirst: dayFirst === monthFirst ? undefined : dayFirst > monthFirst,
  }
}
