import type { AttributeValue, PersonaSeed } from '../../../../../shared/contract/personas.ts'
import { createDice, type Dice } from '../../personas/dice.ts'
import { completionAge, educationLevels, readEducation } from '../../personas/education.ts'
import { gazetteer, placeName } from '../../personas/gazetteer.ts'
import { readGender } from '../../personas/gender.ts'
import { dealName } from '../../personas/own-names/deal-names.ts'
import { readLocation } from '../../personas/places.ts'
import { shuffle } from '../../random.ts'
import { commonOccupations } from './common-occupations.ts'
import type { JointCells } from './fit-joint.ts'
import { ADULT, ageRange, OLDEST, UNKNOWN_CATEGORY } from './tables.ts'

export type DrawnFields = Readonly<Record<string, AttributeValue>>

const RETIREMENT = 67
/** Until then most people learn. */
const WORKING = 20

type Quotas = { readonly part: JointCells; readonly counts: readonly number[] }

/**
 * One seed a person: what the quotas give, crossed at random between parts that have nothing in
 * common, ages spread over their band, and the rest drawn to fit: names by gender and place, work
 * by age and schooling.
 *
 * @param where  the same for everybody
 * @returns the seed of person `i`, 0 … count − 1, the same for the same arguments
 */
export function seedDrawer(
  parts: readonly Quotas[],
  { count, where, randomSeed }: { count: number; where: DrawnFields; randomSeed: number },
): (i: number) => PersonaSeed {
  const columns = parts.map(({ part, counts }, p) => {
    const rows = counts.flatMap((n, cell) => new Array<number>(n).fill(cell))
    return { part, rows: shuffle(rows, randomSeed, 'part', p) }
  })
  const given = Array.from({ length: count }, (_, i) => {
    const fields: Record<string, AttributeValue> = { ...where }
    for (const { part, rows } of columns) {
      const { categories } = part.cells[rows[i]!]!
      part.fields.forEach((field, at) => {
        if (categories[at] !== UNKNOWN_CATEGORY) fields[field] = categories[at]!
      })
    }
    return fields
  })
  const ages = spreadAges(given, randomSeed)
  return (i) =>
    toSeed(given[i]!, ages[i]!, {
      dice: createDice(`cohort ${randomSeed} ${i}`),
      nameOf: (whose) => dealName(whose, i, randomSeed),
    })
}

/** Within a band every age comes equally often, give or take one. */
function spreadAges(given: readonly DrawnFields[], randomSeed: number): number[] {
  const bands = given.map(({ age }) => String(age ?? `${ADULT}–${OLDEST}`))
  const ages = new Array<number>(given.length).fill(0)
  for (const [band, people] of Map.groupBy(given.keys(), (i) => bands[i]!)) {
    const [low, high] = ageRange(band) ?? [ADULT, OLDEST]
    const years = high - low + 1
    const dealt = people.map((_, k) => low + Math.floor(((k + 0.5) * years) / people.length))
    shuffle(dealt, randomSeed, 'age', band).forEach((age, k) => (ages[people[k]!] = age))
  }
  return ages
}

type Drawing = {
  readonly dice: Dice
  readonly nameOf: (whose: Parameters<typeof dealName>[0]) => ReturnType<typeof dealName>
}

function toSeed(fields: DrawnFields, age: number, { dice, nameOf }: Drawing): PersonaSeed {
  const text = (field: string) => (fields[field] === undefined ? undefined : String(fields[field]))
  const location = text('location') ?? drawLocation(dice)
  const gender = text('gender') ?? (dice.chance(0.5, 'gender') ? 'woman' : 'man')
  const side = readGender(gender)
  const either = dice.chance(0.5, 'name-side') ? 'woman' : 'man'
  const name = nameOf({
    pool: readLocation(location).region?.pool ?? 'english',
    gender: side === 'other' ? either : side,
  })
  const education = text('education')
  const attributes = Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      field.startsWith('attributes.') ? [[field.slice('attributes.'.length), value]] : [],
    ),
  )
  const optional = {
    education,
    income: text('income'),
    household: text('household'),
    language: text('language'),
  }
  return {
    ...name,
    age,
    location,
    baseOccupation: text('baseOccupation') ?? drawOccupation(age, education, dice),
    gender,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }
}

function drawLocation(dice: Dice): string {
  const region = dice.pick(gazetteer, 'region')
  return placeName(dice.pick(region.cities, 'city'), region)
}

/** Work that age and schooling allow: with little time since school, learning. */
function drawOccupation(age: number, education: string | undefined, dice: Dice): string {
  if (age < ADULT) return 'pupil'
  if (age < WORKING && dice.chance(0.7, 'learning')) return 'student'
  const level = educationLevels.indexOf(readEducation(education) ?? 'master')
  const possible = commonOccupations.filter(
    (occupation) =>
      educationLevels.indexOf(occupation.education) <= level &&
      completionAge[occupation.education] <= age,
  )
  // Who learnt more seldom does what needs least.
  const fitting =
    education === undefined
      ? possible
      : possible.filter((each) => educationLevels.indexOf(each.education) >= level - 2)
  const { title } = dice.pick(
    fitting.length > 0 ? fitting : commonOccupations.slice(0, 10),
    'occupation',
  )
  return age >= RETIREMENT ? `retired ${title}` : title
}
