import type { PersonaSeed } from '../../../../../shared/contract/personas.ts'
import type { Dice } from '../dice.ts'
import type { EducationLevel } from '../education.ts'
import type { Gender } from '../gender.ts'
import type { Occupation } from '../occupations/read-occupation.ts'

/** Ages are fractional years since birth; a `to` of null is "until now". */
export type Span = { from: number; to: number | null }

export type Residence = Span & { place: string }
export type StageKind = 'primary' | 'secondary' | 'vocational' | 'bachelor' | 'master' | 'doctorate'
export type Stage = Span & { kind: StageKind; place: string; field: string }
export type Job = Span & {
  title: string
  employer: string
  place: string
  boss: string
  colleague: string
}
export type Partnership = {
  name: string
  metAt: number
  marriedAt: number | undefined
  endedAt: number | undefined
  ending: 'drift' | 'divorce' | 'death' | undefined
}
export type Child = { name: string; bornAt: number }

/** First names, each for one person only, all life long. */
export type People = {
  mother: string
  father: string
  sibling: string
  granny: string
  friend: string
  /** Shared a flat in young years. */
  flatmate: string
  teacher: string
  neighbour: string
  pupil: string
}

/** The numbers of a life, before any prose: what happened when, where and with whom. */
export type Life = {
  seed: PersonaSeed
  dice: Dice
  gender: Gender
  /** Noon UTC of the birth date, ms since the Unix epoch. */
  birthMs: number
  /** Oldest fractional age an event can have: the present. */
  ageNow: number
  city: string
  occupation: Occupation
  education: EducationLevel
  residences: readonly Residence[]
  stages: readonly Stage[]
  jobs: readonly Job[]
  /** Undefined unless retired. */
  retiredAt: number | undefined
  partnerships: readonly Partnership[]
  children: readonly Child[]
  siblings: number
  hasOlderSibling: boolean
  parentJobs: { mother: string; father: string }
  people: People
  hobbies: readonly string[]
}

export function placeAt({ residences }: Pick<Life, 'residences'>, age: number): string {
  return residences.findLast(({ from }) => from <= age)?.place ?? residences[0]!.place
}

export function jobAt({ jobs }: Life, age: number): Job | undefined {
  return jobs.findLast(({ from, to }) => from <= age && (to === null || to >= age))
}

/** What somebody did at an age, in a word or two; undefined where the plan does not say. */
export function doingAt(life: Life, age: number): string | undefined {
  if (life.retiredAt !== undefined && age >= life.retiredAt) return 'retired'
  const job = jobAt(life, age)
  if (job) return job.title
  const stage = life.stages.findLast(({ from, to }) => from <= age && (to === null || to >= age))
  if (!stage) return undefined
  if (stage.kind === 'primary' || stage.kind === 'secondary') return 'pupil'
  return stage.kind === 'vocational' ? `apprentice in ${stage.field}` : `student of ${stage.field}`
}
