import { dayOfMs } from '../../text/times/days.ts'
import { asksWhen, type TimeWindow } from '../time-window.ts'
import type { PersonaIndex } from './persona-index.ts'
import { questionTerms } from './question-terms.ts'
import { searchWeights as weights } from './search-weights.ts'
import type { VisibleRows } from './visible-rows.ts'
import { matchWords } from './word-match.ts'

// "Before the move", "after Ada's wedding": up to the end of the clause.
const reference =
  /\b(before|after|since)\s+((?:the|that|my|your|his|her|its|our|their|\p{L}+['’]s|moving|leaving|starting|getting|losing|meeting|having|becoming)\b[^,.;?!]*)/iu
/** An event is found when an entry says this share of what names it. */
const FOUND_FROM = 0.6

/**
 * The time before or after an event that the question names, dated by the earliest entry that tells
 * of it most fully; null where it names none or none is found. It prefers and never narrows.
 */
export function eventWindow(
  question: string,
  index: PersonaIndex,
  visible: VisibleRows,
): TimeWindow | null {
  const match = reference.exec(question)
  if (match === null || asksWhen(question)) return null
  const words = matchWords(index, questionTerms(match[2]!, weights), visible)
  if (words.total === 0) return null
  let best = FOUND_FROM * words.total
  let day: number | null = null
  for (let r = 0; r < visible.rows.length; r++) {
    const row = visible.rows[r]!
    let covered = 0
    for (let concept = 0; concept < words.width; concept++) {
      covered += words.covered[row * words.width + concept]!
    }
    if (covered < best || (day !== null && covered === best)) continue
    best = covered
    day = dayOfMs(index.eventAtMs[row]!)
  }
  if (day === null) return null
  const isBefore = match[1]!.toLowerCase() === 'before'
  return {
    // The day itself belongs to both: what follows is often told in the same breath.
    from: isBefore ? -Infinity : day,
    to: isBefore ? day : Infinity,
    months: null,
    label: match[0].trim(),
    narrows: false,
  }
}
