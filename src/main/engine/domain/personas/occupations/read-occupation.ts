import { careFamilies } from './care.ts'
import { cultureFamilies } from './culture.ts'
import type { OccupationFamily } from './family.ts'
import { generalFamily } from './general.ts'
import { onTheMoveFamilies } from './on-the-move.ts'
import { officeFamilies } from './office.ts'
import { outsideFamilies } from './outside.ts'
import { serviceFamilies } from './service.ts'
import { tradesFamilies } from './trades.ts'

export const occupationFamilies: readonly OccupationFamily[] = [
  ...careFamilies,
  ...officeFamilies,
  ...tradesFamilies,
  ...serviceFamilies,
  ...onTheMoveFamilies,
  ...cultureFamilies,
  ...outsideFamilies,
]

export type WorkStatus = 'working' | 'learning' | 'household' | 'retired' | 'seeking'

export type Occupation = {
  family: OccupationFamily
  status: WorkStatus
  /** The work somebody does or did, as a title: "nurse" from "Retired nurse". */
  title: string
}

const retired =
  /\b(retired|retiree|pensioner|emeritus|emerita|former|ex-|rentner(in)?|pensionist(a|in)?|retraitée?|jubilad[oa]|pensionat[oa])\b[\s:,-]*/i
const seeking =
  /\b(unemployed|jobless|out of work|between jobs|job ?seek(er|ing)|looking for work|arbeitslos|chômeur|chômeuse|desemplead[oa])\b[\s:,-]*/i

const student =
  /\b(student|undergraduate|postgraduate|étudiante?|studentin|estudiante)\b(?! (support|affairs|services|advis|counsel|union))/i

/** Reads a free-text occupation. What no family knows gets words that fit any work. */
export function readOccupation(text: string): Occupation {
  const status = retired.test(text) ? 'retired' : seeking.test(text) ? 'seeking' : undefined
  const left = text
    .replace(retired, '')
    .replace(seeking, '')
    .replaceAll(/^[\s(),-]+|[\s(),-]+$/g, '')
  // "(" names no work, and a life is told in sentences that need a word for it.
  const title = left === '' && !status ? 'worker' : left
  const family = findFamily(learning(title))
  return { family, title, status: status ?? statusOf(family) }
}

/** Who studies nursing is a student, not a nurse; who is still at school, a pupil. */
function learning(title: string): string {
  if (!student.test(title)) return title
  return /\b(school|lyc[eé]e)\b/i.test(title) ? 'pupil' : 'student'
}

/** What a student studies, as far as the title says: "nursing" of "nursing student". */
export function readField(title: string): string {
  const rest = title
    .replace(student, '')
    .replace(/^\s*(of|in)\s+/i, '')
    .trim()
  const family = findFamily(rest)
  return family.id === 'general' ? rest.toLowerCase() : family.field
}

function statusOf({ id }: OccupationFamily): WorkStatus {
  if (id === 'pupil' || id === 'student') return 'learning'
  return id === 'household' ? 'household' : 'working'
}

function findFamily(title: string): OccupationFamily {
  const words = ` ${title.toLowerCase().replaceAll(/[^\p{L}\p{N}'+-]+/gu, ' ')} `
  return longestFirst.find(({ start }) => words.includes(start))?.family ?? generalFamily
}

/** A longer keyword knows better: "software engineer" is not "engineer". */
const longestFirst = occupationFamilies
  .flatMap((family) => family.keywords.map((keyword) => ({ family, start: ` ${keyword}` })))
  .toSorted((a, b) => b.start.length - a.start.length)
