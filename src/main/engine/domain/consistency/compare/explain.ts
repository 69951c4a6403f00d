import { toCivil, DAY_MS, longDate, monthAndYear } from '../../personas/calendar.ts'
import type { DaySpan, SourcedClaim } from '../claims/claim.ts'
import { YEAR_DAYS } from '../claims/days.ts'

type Explain = (a: SourcedClaim, b: SourcedClaim) => string

// Of attributes that one person has one of at a time.
const nouns: Readonly<Record<string, string>> = {
  home: 'places to live',
  job: 'jobs',
  employer: 'employers',
  workplace: 'places of work',
  "partner's name": 'names of the partner',
  "pet's name": 'names of the pet',
  children: 'numbers of children',
  sons: 'numbers of sons',
  daughters: 'numbers of daughters',
  religion: 'religions',
  diet: 'diets',
}

// What is affirmed or denied, of what.
const polar: Readonly<Record<string, (object: string) => string>> = {
  'ever-lived': (place) => `having lived in ${titled(place)}`,
  'having been to': (place) => `having been to ${titled(place)}`,
  'ever-worked-as': (job) => `having worked as ${job}`,
  'ever-worked': () => 'having had a job',
  'able to': (skill) => `being able to ${skill}`,
  'afraid of': (thing) => `fear of ${thing}`,
  likes: (thing) => `liking ${thing}`,
  eats: (food) => `eating ${food}`,
  drinks: (drink) => `drinking ${drink}`,
  speaks: (language) => `speaking ${language}`,
  owns: (thing) => `owning a ${thing}`,
  pet: (animal) => `having a ${animal}`,
  smokes: () => 'smoking',
  alive: () => 'being alive',
  'home is': () => 'owning or renting the home',
  wears: (thing) => `wearing ${thing}`,
}

/** One plain sentence that says what cannot both be true. */
export function explain(a: SourcedClaim, b: SourcedClaim): string {
  return explainers[a.policy](a, b)
}

const explainers: Readonly<Record<SourcedClaim['policy'], Explain>> = {
  permanent: (a, b) => `Two answers to one question, ${nameOf(a)}: ${shown(a)} and ${shown(b)}.`,
  state: (a, b) =>
    a.polarity === b.polarity
      ? `Two ${nouns[a.attribute] ?? `answers on ${nameOf(a)}`} ${whenBoth(a, b)}: ${shown(a)} and ${shown(b)}.`
      : `Said and denied ${whenBoth(a, b)}, ${nameOf(a)}: "${a.text}" and "${b.text}".`,
  polar: (a, b) => `Said and denied, ${nameOf(a)}: "${a.text}" and "${b.text}".`,
  dated: (a, b) => `Two dates for ${nameOf(a)}: ${daysShown(a.days)} and ${daysShown(b.days)}.`,
}

function nameOf({ attribute, object, subject }: SourcedClaim): string {
  const about =
    polar[attribute]?.(object) ?? [attribute.replaceAll('-', ' '), object].filter(Boolean).join(' ')
  return subject === 'self' ? about : `${about} (${subject.replace(':', ' ')})`
}

function shown({ text, value, valueStart, valueEnd, start }: SourcedClaim): string {
  const words = text.slice(valueStart - start, valueEnd - start)
  return words.length > 0 && words.length <= 60 ? words : value
}

function titled(words: string): string {
  return words.replaceAll(/(?<=^|[ -])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function whenBoth(a: SourcedClaim, b: SourcedClaim): string {
  const from = Math.max(a.days.from, b.days.from)
  const to = Math.min(a.days.to, b.days.to)
  const day = Number.isFinite(from) ? from : to
  return Number.isFinite(day) ? `in ${monthAndYear(Math.floor(day) * DAY_MS)}` : 'at the same time'
}

export function daysShown({ from, to }: DaySpan): string {
  if (to - from < 1) return longDate(Math.floor(from) * DAY_MS)
  if (to - from < 32) return monthAndYear(Math.ceil(from) * DAY_MS)
  const [first, last] = [Math.ceil(from), Math.floor(to)].map((day) => toCivil(day * DAY_MS).year)
  return first === last || to - from < YEAR_DAYS - 2 ? String(first) : `${first}–${last}`
}
