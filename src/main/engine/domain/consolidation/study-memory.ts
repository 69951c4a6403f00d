import type { Mood } from '../../../../shared/contract/personas.ts'
import type { NewTimelineEntry } from '../../../../shared/contract/timeline.ts'
import { toIso } from '../personas/calendar.ts'
import { feelingsOf, tagsOf } from './new-memory.ts'

export type StudyOccasion = {
  /** What was asked and what was answered, in the order it was. At least one. */
  readonly exchanges: readonly { readonly question: string; readonly answer: string }[]
  /** The persona's, after the last answer. */
  readonly mood: Mood
  /** The run's, milliseconds. */
  readonly clock: number
  readonly metadata: Readonly<Record<string, unknown>>
}

/** Answering a survey is soon forgotten: just clear. */
const STRENGTH = 42
const LABEL = 90
const QUOTE = 400
const PROSE = 5000

/** The entry that taking part in a study leaves: what was asked, and what was said to it. */
export function toStudyMemory({
  exchanges,
  mood,
  clock,
  metadata,
}: StudyOccasion): NewTimelineEntry {
  const at = toIso(clock)
  return {
    eventAt: at,
    eventLabel: labelOf(exchanges),
    facts: factsOf(exchanges),
    feelings: feelingsOf('', mood, true),
    interpretation: 'I was asked what I think and said it; it holds for what I knew then.',
    emotionTags: tagsOf('', mood),
    memoryType: 'normal',
    memoryStrength: STRENGTH,
    metadata: { ...metadata },
    knownAt: at,
  }
}

function labelOf([first, ...rest]: StudyOccasion['exchanges']): string {
  const asked = cut(oneLine(first!.question), LABEL)
  return rest.length === 0
    ? `Was asked: ${asked}`
    : `Answered ${rest.length + 1} questions, the first: ${asked}`
}

// Whole exchanges only: half a question is remembered by nobody.
function factsOf(exchanges: StudyOccasion['exchanges']): string {
  let facts = ''
  for (const [i, { question, answer }] of exchanges.entries()) {
    const told = `Asked “${cut(oneLine(question), QUOTE)}”, I answered: ${cut(oneLine(answer), QUOTE)}`
    const rest = `And ${exchanges.length - i} more.`
    if (facts.length + told.length + rest.length + 2 > PROSE) return `${facts}${rest}`
    facts += `${told}${/[.!?…]$/.test(told) ? '' : '.'} `
  }
  return facts.trimEnd()
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`
}
