import type { TimelineEntry } from '../../../../../shared/contract/timeline.ts'
import { birthDays } from '../checked-persona.ts'
import { dayOfIso } from '../claims/days.ts'
import { fieldSpan, type Fault, type StructuralCheck } from './structural-check.ts'

const ownBirth = /\b(?:I was born|(?:my|the day of my) birth\b(?!day)|born in|born on)\b/i
const participates = /\b(?:I|[Ww]e|me|[Uu]s|myself)\b/
const hearsay =
  /\b(?:before (?:I was|my birth|me)|(?:told|tells?|telling) (?:me|us|it|the story)|family (?:story|legend|history|lore)|ancest|great-?grand|grand(?:mother|father|parents|ma|pa)|how my parents|my parents met|generations?)\b/i

/**
 * Memories dated before the persona was born. What the family tells of the time before is none:
 * nobody remembers having been there.
 */
export function findBeforeBirth({ persona, entries, added }: StructuralCheck): Fault[] {
  const birth = birthOf(persona, entries)
  return entries.flatMap((entry): Fault[] => {
    if (added && !added.has(entry.id)) return []
    if (dayOfIso(entry.eventAt) >= birth.day || entry.id === birth.entry?.id) return []
    if (entry.supersededBy || isFamilyHistory(entry, birth.day)) return []
    return [
      {
        type: 'before_birth',
        severity: 'error',
        entries: birth.entry ? [birth.entry, entry] : [entry],
        spans: [fieldSpan(entry, 'eventAt', 0, 10)],
        explanation: birth.entry
          ? `It is dated ${entry.eventAt.slice(0, 10)}, before the birth on ${birth.entry.eventAt.slice(0, 10)}.`
          : `It is dated ${entry.eventAt.slice(0, 10)}, before somebody aged ${persona.age} can have been born.`,
      },
    ]
  })
}

/** The birth on the timeline where it fits the age, else the earliest day that the age allows. */
function birthOf(persona: StructuralCheck['persona'], entries: readonly TimelineEntry[]) {
  const possible = birthDays(persona)
  const entry = entries.find((each) => {
    if (each.supersededBy !== null) return false
    const day = dayOfIso(each.eventAt)
    return day >= possible.from - 1 && day <= possible.to + 1 && tellsOwnBirth(each)
  })
  return { entry, day: entry ? dayOfIso(entry.eventAt) : possible.from }
}

function tellsOwnBirth({ metadata, eventLabel, facts }: TimelineEntry): boolean {
  return metadata['kind'] === 'birth' || ownBirth.test(eventLabel) || /^I was born\b/i.test(facts)
}

function isFamilyHistory(entry: TimelineEntry, birthDay: number): boolean {
  const prose = `${entry.eventLabel}\n${entry.facts}`
  if (!participates.test(prose)) return true
  return (
    hearsay.test(prose) &&
    (dayOfIso(entry.knownAt) >= birthDay || /\bbefore (?:I was|my birth)/i.test(prose))
  )
}
