import type { Dice } from '../dice.ts'
import type { NameGiver } from '../names.ts'
import { readOccupation, type Occupation } from '../occupations/read-occupation.ts'
import { placeAt, type Job, type Residence } from './life.ts'
import type { EducationPlan } from './plan-education.ts'

export type Circumstances = {
  occupation: Occupation
  age: number
  education: EducationPlan
  residences: readonly Residence[]
  /** Age at which there was a family to stay at home for; undefined without one. */
  familyFrom: number | undefined
}
export type CareerPlan = { jobs: Job[]; retiredAt: number | undefined }

const YOUNGEST_WORKER = 15
const MIN_JOB_YEARS = 0.8

/**
 * Jobs in order, one at a time, each where somebody then lived: a move ends a job. The last one has
 * the seed's occupation as its title and goes on until now, unless retired or looking for work.
 */
export function planCareer(circumstances: Circumstances, names: NameGiver, dice: Dice): CareerPlan {
  const { occupation, age, residences } = circumstances
  const { start, end, retiredAt } = workingYears(circumstances, dice)
  if (end - start < 0.05) return { jobs: [], retiredAt: undefined }
  const cuts = planCuts(start, end, residences, dice)
  const open = end === age
  const titles = planTitles(occupation, [start, ...cuts], dice)
  const employers = dice.sample(occupation.family.employers, 5, 'employers')
  const jobs = titles.map((title, i): Job => {
    const from = i === 0 ? start : cuts[i - 1]!
    return {
      title,
      employer: employers[i % employers.length]!,
      place: placeAt({ residences }, from),
      from,
      to: cuts[i] ?? (open ? null : end),
      boss: names.first('other', `boss:${i}`),
      colleague: names.first('other', `colleague:${i}`),
    }
  })
  return { jobs, retiredAt }
}

function workingYears(
  { occupation: { status, family }, age, education: { stages }, familyFrom }: Circumstances,
  dice: Dice,
): { start: number; end: number; retiredAt: number | undefined } {
  const learned = stages.findLast(({ to }) => to !== null)?.to ?? 0
  const none = { start: age, end: age, retiredAt: undefined }
  if (age < YOUNGEST_WORKER) return none
  const afterSchool = Math.max(16, learned + dice.between(0.1, 0.7, 'career:wait'))
  switch (status) {
    case 'working': {
      const latest = Math.max(age - dice.between(0.2, 0.9, 'career:latest'), YOUNGEST_WORKER)
      return { start: Math.min(afterSchool, latest), end: age, retiredAt: undefined }
    }
    case 'retired': {
      const usual = dice.between(58, 67, 'career:retired')
      const end = Math.min(usual, age - dice.between(0.4, 1.5, 'career:retired-since'))
      return end < afterSchool + 1 ? none : { start: afterSchool, end, retiredAt: end }
    }
    case 'seeking': {
      const end = age - dice.between(0.2, 1.6, 'career:lost')
      return end < afterSchool + 0.3 ? none : { start: afterSchool, end, retiredAt: undefined }
    }
    case 'household': {
      const end = Math.min(age - 0.5, familyFrom ?? dice.between(26, 34, 'career:household'))
      return end < afterSchool + 0.3 ? none : { start: afterSchool, end, retiredAt: undefined }
    }
    case 'learning': {
      // Only those who came back to study have worked; the field is whatever came their way.
      const study = stages.find(({ to, kind }) => to === null && kind !== 'secondary')
      const end = study?.from ?? age
      const worked = family.id === 'student' && age >= 26 && end > afterSchool + 1
      return worked ? { start: afterSchool, end, retiredAt: undefined } : none
    }
  }
}

/** Ages between jobs: every move, and changes of one's own about every nine years. */
function planCuts(
  start: number,
  end: number,
  residences: readonly Residence[],
  dice: Dice,
): number[] {
  const moves = residences.map(({ from }) => from).filter((from) => from > start && from < end)
  const wished = Math.min(3, Math.floor((end - start) / 9 + dice.between(0, 1.4, 'career:changes')))
  const own = Array.from({ length: wished }, (_, i) =>
    dice.between(start, end, `career:change:${i}`),
  )
  // Moves come first: they are fixed, a change of one's own gives way to them.
  const cuts: number[] = [...moves]
  for (const cut of own) {
    const edges = [start, end, ...cuts]
    if (cuts.length < 4 && edges.every((edge) => Math.abs(edge - cut) > MIN_JOB_YEARS))
      cuts.push(cut)
  }
  return cuts.toSorted((a, b) => a - b)
}

function planTitles(
  { family, title, status }: Occupation,
  starts: readonly number[],
  dice: Dice,
): string[] {
  const before = dice.sample(family.before, 5, 'career:before')
  const outside = status === 'household' || status === 'learning'
  return starts.map((from, i) => {
    const last = i === starts.length - 1
    if (outside) return before[i % before.length]!
    if (last) return title
    const tooEarly = from < family.fromAge
    return tooEarly || i === 0 || dice.chance(0.1, `career:title:${i}`)
      ? before[i % before.length]!
      : title
  })
}

/** What somebody did whose seed says only that it is over. */
export function withWork(occupation: Occupation, dice: Dice): Occupation {
  const over = occupation.status === 'retired' || occupation.status === 'seeking'
  if (!over || occupation.title !== '') return occupation
  const titles = occupation.status === 'retired' ? lifeWork : lostWork
  return { ...readOccupation(dice.pick(titles, 'career:former')), status: occupation.status }
}

const lifeWork = [
  'bus driver',
  'primary school teacher',
  'nurse',
  'bookkeeper',
  'carpenter',
  'shop assistant',
  'factory worker',
  'civil servant',
  'electrician',
  'cook',
  'secretary',
  'engineer',
  'postal worker',
  'hairdresser',
]
const lostWork = [
  'warehouse worker',
  'shop assistant',
  'office clerk',
  'cook',
  'delivery driver',
  'call centre agent',
  'machine operator',
  'graphic designer',
  'security guard',
  'sales assistant',
]
