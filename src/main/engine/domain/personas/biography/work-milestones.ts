import { toCivil, YEAR_MS } from '../calendar.ts'
import { inSentence, withArticle } from '../grammar.ts'
import type { OccupationFamily, WorkEvent } from '../occupations/family.ts'
import { readOccupation } from '../occupations/read-occupation.ts'
import type { Job, Life } from './life.ts'
import type { Emotion, Memory } from './memory.ts'

const ALWAYS = Number.POSITIVE_INFINITY

/** Jobs, what happened in them, and how they ended. */
export function workMilestones(life: Life): Memory[] {
  const { jobs } = life
  return [
    ...jobs.map((job, i) => beginning(job, i, life)),
    ...workEvents(life),
    ...slowingDown(life),
    ...ending(life),
    ...household(life),
  ]
}

function beginning(job: Job, index: number, { jobs, seed }: Life): Memory {
  const first = index === 0
  const current = index === jobs.length - 1
  return {
    kind: `job:${index}`,
    // After the move that may have brought it.
    at: Math.min(job.from + 0.03, job.to ?? seed.age),
    label: first ? 'First job: {title}' : 'Started as {a_title} in {place}',
    facts: first
      ? 'My first proper job was as {a_title} at {employer} in {place}, from {month} {year}. {^boss}, who had hired me, [asked one question|did not look up|looked at my hands and nodded]. The first wage went on [shoes|a present for {mother}|rent and a radio|a dinner for five]; {colleague} showed me [where the good chairs were|how things were really done|which rules counted].'
      : 'In {month} {year} I began as {a_title} at {employer} in {place}. {^boss} had [rung me twice|wanted somebody else|read my letter to the end]. I shared [a bench|the early shift|a kettle|a key] with {colleague}, and [it fitted like a glove|I nearly left in the first month|I knew by the Wednesday that I would stay].',
    emotion: first ? 'excitement' : 'resolve',
    type: 'normal',
    weight: current ? ALWAYS : first ? 1.6 : 0.9,
    slots: slotsOf(job),
    metadata: {
      work: job.title,
      employer: job.employer,
      place: job.place,
      ...(job.to === null ? { current: true } : {}),
    },
  }
}

const moods: Record<'pride' | 'shame' | 'trial', { emotion: Emotion; weight: number }> = {
  pride: { emotion: 'pride', weight: 2 },
  shame: { emotion: 'shame', weight: 2 },
  trial: { emotion: 'resolve', weight: 1.1 },
}

/** Events of the family's own, in the jobs that belong to it. */
function workEvents(life: Life): Memory[] {
  const { family } = life.occupation
  const own = life.jobs.filter(({ title }) => belongs(title, family))
  return (['pride', 'shame', 'trial'] as const).flatMap((what) =>
    family[what].flatMap((event, i): Memory[] => {
      const setting = setFor(event, own, life, `work:${what}:${i}`)
      if (!setting) return []
      const [label, facts] = event
      const { emotion, weight } = moods[what]
      const type = what === 'trial' ? 'normal' : what
      return [{ kind: `work-${what}:${i}`, label, facts, emotion, weight, type, ...setting }]
    }),
  )
}

function setFor(
  [, , fromYear = -Infinity, toYear = Infinity]: WorkEvent,
  own: readonly Job[],
  life: Life,
  purpose: string,
) {
  const { dice, ageNow, seed, birthMs } = life
  if (own.length === 0) return learningSetting(life, purpose)
  const job = dice.pick(own, `${purpose}:job`)
  const latest = Math.min(job.to ?? seed.age, ageNow)
  const at = dice.between(job.from + Math.min(0.3, (latest - job.from) / 3), latest, purpose)
  const { year } = toCivil(birthMs + at * YEAR_MS)
  if (year < fromYear || year > toYear) return undefined
  return { at, slots: slotsOf(job), metadata: { work: job.title, place: job.place } }
}

/** Students live through the events of their family at the place where they study. */
function learningSetting({ dice, stages, occupation, seed, people }: Life, purpose: string) {
  const study = stages.findLast(
    ({ kind, to }) => to === null && kind !== 'primary' && kind !== 'secondary',
  )
  if (occupation.family.id !== 'student' || !study) return undefined
  const at = dice.between(study.from, seed.age, purpose)
  const slots = {
    employer: `the university in ${study.place}`,
    place: study.place,
    boss: `Professor ${people.teacher}`,
    colleague: people.flatmate,
  }
  return { at, slots, metadata: { study: study.kind, place: study.place } }
}

function belongs(title: string, family: OccupationFamily): boolean {
  return family.id === 'household' || readOccupation(title).family.id === family.id
}

/** The seed says somebody still works at an age when most have stopped. */
function slowingDown(life: Life): Memory[] {
  const job = life.jobs.at(-1)
  if (!job || job.to !== null || life.seed.age < 74) return []
  return [
    {
      kind: 'slowing-down',
      at: life.dice.between(67, 72, 'work:slower'),
      label: 'Fewer hours, the same work',
      facts:
        'From {month} {year} I cut down to [two mornings|three afternoons] a week. I am still the {title} to [everybody in {place}|anyone who asks], and {boss} [keeps a stool for me|rings when nobody knows].',
      emotion: 'relief',
      type: 'normal',
      weight: 2,
      slots: slotsOf(job),
    },
  ]
}

function ending({ jobs, retiredAt, occupation }: Life): Memory[] {
  const job = jobs.at(-1)
  if (!job || job.to === null) return []
  if (retiredAt !== undefined) {
    return [
      {
        kind: 'retirement',
        at: job.to,
        label: 'The last day as {a_title}',
        facts:
          'On my last day at {employer} in {month} {year} {boss} [read a speech with my name misspelled|gave me a watch|could not get through the toast]. I [took home a plant and a mug|walked out by the back|went in the next Monday from habit], and {colleague} [kept my hook free|rang at ten to ask where things were].',
        emotion: 'relief',
        type: 'normal',
        weight: ALWAYS,
        slots: slotsOf(job),
        metadata: { work: job.title, retired: true },
      },
    ]
  }
  if (occupation.status !== 'seeking') return []
  return [
    {
      kind: 'job-lost',
      at: job.to,
      label: 'Out of work',
      facts:
        'In {month} {year} {employer} let me go, with [eleven|six] others. {^boss} [read from a sheet|would not look at me]. I [carried a box to the bus|handed in the key and kept the ring], and have written [thirty|forty-odd] applications since.',
      emotion: 'fear',
      type: 'normal',
      weight: ALWAYS,
      slots: slotsOf(job),
      metadata: { work: job.title, lost: true },
    },
  ]
}

function household({ occupation, jobs, seed, dice }: Life): Memory[] {
  if (occupation.status !== 'household' || seed.age < 20) return []
  const at = jobs.at(-1)?.to ?? dice.between(19, Math.min(seed.age, 30), 'household:since')
  return [
    {
      kind: 'household',
      at: Math.min(at + 0.05, seed.age),
      label: 'Decided to stay at home',
      facts:
        'In {month} {year} I [gave up paid work|decided to stay at home]. We had [done the sums twice|talked about it for a whole winter]; {mother} [approved|thought it a mistake]. The first weeks in {place} [flew|had no edges], and then the days found [their order|a shape].',
      emotion: 'resolve',
      type: 'normal',
      weight: ALWAYS,
      metadata: { work: seed.baseOccupation, current: true },
    },
  ]
}

function slotsOf({ title, employer, place, boss, colleague }: Job) {
  const work = inSentence(title)
  return { title: work, a_title: withArticle(work), employer, place, boss, colleague }
}
