import type { Statement } from '../claims/claim.ts'
import { namesExclude } from '../lexicon/person-names.ts'
import { fieldsExclude } from '../lexicon/fields-of-work.ts'
import { occupationsExclude } from '../lexicon/occupations.ts'
import { placesExclude } from '../lexicon/places.ts'

type Exclude = (a: string, b: string) => boolean

// Attributes whose values are more than equal or not.
const excluding: Readonly<Record<string, Exclude>> = {
  home: placesExclude,
  'childhood-place': placesExclude,
  birthplace: placesExclude,
  hometown: placesExclude,
  job: occupationsExclude,
  'field of work': fieldsExclude,
  'first job': fieldsExclude,
  "parent's job": occupationsExclude,
  employer: organisationsExclude,
  university: organisationsExclude,
  'marital status': statusesExclude,
  "partner's name": namesExclude,
  "pet's name": namesExclude,
  name: namesExclude,
  'name of the': onlyNamesExclude,
  siblings: countsExclude,
  brothers: countsExclude,
  sisters: countsExclude,
  children: countsExclude,
  sons: countsExclude,
  daughters: countsExclude,
  birthday: birthdaysExclude,
  'work-status': workStatusesExclude,
  religion: religionsExclude,
  'birth order': () => true,
  diet: dietsExclude,
}

/** Whether one attribute cannot have both values at once. */
export function valuesExclude(a: Statement, b: Statement): boolean {
  if (a.value === b.value) return false
  return excluding[a.attribute]?.(a.value, b.value) ?? true
}

/** Counts as "2", or "1+" where there may be more. */
function countsExclude(a: string, b: string): boolean {
  const [leastA, mostA] = rangeOf(a)
  const [leastB, mostB] = rangeOf(b)
  return leastA > mostB || leastB > mostA
}

function rangeOf(count: string): readonly [least: number, most: number] {
  const number = Number.parseInt(count, 10)
  return [number, count.endsWith('+') ? Infinity : number]
}

/** "foday!" is the only one; two who may be among several do not exclude each other. */
function onlyNamesExclude(a: string, b: string): boolean {
  return (
    (a.endsWith('!') || b.endsWith('!')) && namesExclude(a.replace('!', ''), b.replace('!', ''))
  )
}

/** "5-3", or "5" where only the month is said. */
function birthdaysExclude(a: string, b: string): boolean {
  const [monthA, dayA] = a.split('-')
  const [monthB, dayB] = b.split('-')
  return monthA !== monthB || (dayA !== undefined && dayB !== undefined && dayA !== dayB)
}

function organisationsExclude(a: string, b: string): boolean {
  const words = new Set(a.split(/[\s-]+/).filter((word) => word.length > 2))
  return !b
    .split(/[\s-]+/)
    .some(
      (word) =>
        words.has(word) && !/^(?:university|college|the|and|bank|hospital|school)$/.test(word),
    )
}

const unattached = new Set(['single', 'divorced', 'widowed'])
const attached = new Set(['married', 'engaged'])

// Somebody divorced or widowed is single, too, and anybody may have found a new love.
function statusesExclude(a: string, b: string): boolean {
  if (a === 'single' && b === 'together') return true
  if (unattached.has(a)) return attached.has(b) && (b === 'married' || a === 'single')
  if (unattached.has(b)) return statusesExclude(b, a)
  return false
}

function workStatusesExclude(a: string, b: string): boolean {
  return (a === 'employed' && b === 'unemployed') || (a === 'unemployed' && b === 'employed')
}

function religionsExclude(a: string, b: string): boolean {
  const godless = new Set(['atheist', 'agnostic'])
  if (godless.has(a) && godless.has(b)) return false
  if (a === 'believer' || b === 'believer')
    return godless.has(a === 'believer' ? b : a) && (a === 'atheist' || b === 'atheist')
  // One may call oneself a Jew or a Catholic and not believe.
  return !(godless.has(a) || godless.has(b)) || ![a, b].some((value) => value === 'jewish')
}

function dietsExclude(a: string, b: string): boolean {
  const strict = ['vegetarian', 'vegan', 'pescatarian']
  if (strict.includes(a) && strict.includes(b)) return [a, b].includes('pescatarian')
  return true
}
