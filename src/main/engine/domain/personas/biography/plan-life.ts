import type { PersonaSeed } from '../../../../../shared/contract/personas.ts'
import type { Dice } from '../dice.ts'
import type { Gender } from '../gender.ts'
import { drawHobbies } from '../hobbies.ts'
import { createNameGiver, type NameGiver, type NamePool } from '../names.ts'
import { generalFamily } from '../occupations/general.ts'
import {
  occupationFamilies,
  readOccupation,
  type Occupation,
} from '../occupations/read-occupation.ts'
import { readLocation } from '../places.ts'
import type { TraitScores } from '../traits.ts'
import { placeAt, type Life, type People, type Stage } from './life.ts'
import { planBirth } from './plan-birth.ts'
import { planCareer, withWork } from './plan-career.ts'
import { planEducation } from './plan-education.ts'
import { planFamily } from './plan-family.ts'
import { planResidences } from './plan-residences.ts'

const WORKING_AGE = 16

/** @param now  ms since the Unix epoch; nothing in the life is later */
export function planLife(
  seed: PersonaSeed,
  gender: Gender,
  traits: TraitScores,
  now: number,
  dice: Dice,
): Life {
  const home = readLocation(seed.location)
  const occupation = ofAge(withWork(readOccupation(seed.baseOccupation), dice), seed)
  const names = createNameGiver(home.region?.pool ?? drawPool(dice), dice, [seed.firstName])
  const people = givePeople(names)
  const family = planFamily(seed, gender, names, dice)
  const education = planEducation(seed, occupation, dice)
  const residences = planResidences(home, seed.age, education, traits, dice)
  const partner = family.partnerships.find(({ metAt }) => metAt >= 18)
  const familyFrom = family.children[0]?.bornAt ?? partner?.marriedAt ?? partner?.metAt
  const { jobs, retiredAt } = planCareer(
    { occupation, age: seed.age, education, residences, familyFrom },
    names,
    dice,
  )
  const { birthMs, ageNow } = planBirth(seed.age, now, dice)
  const siblings = dice.pick([0, 1, 1, 1, 2, 2, 3], 'siblings')
  return {
    seed,
    dice,
    gender,
    birthMs,
    ageNow,
    city: home.city,
    occupation,
    education: education.level,
    residences,
    stages: education.stages.map((stage): Stage => ({
      ...stage,
      place: placeAt({ residences }, stage.from),
    })),
    jobs,
    retiredAt,
    ...family,
    siblings,
    hasOlderSibling: siblings > 0 && dice.chance(0.5, 'siblings:older'),
    parentJobs: {
      mother: dice.pick(parentJobs, 'parents:mother'),
      father: dice.pick(parentJobs, 'parents:father'),
    },
    people,
    hobbies: drawHobbies(seed, traits, dice),
  }
}

/** A child is a pupil, whatever the seed says it will be. */
function ofAge(occupation: Occupation, { age }: PersonaSeed): Occupation {
  if (age >= WORKING_AGE && occupation.family.id !== 'pupil') return occupation
  const pupil = occupationFamilies.find(({ id }) => id === 'pupil') ?? generalFamily
  return { ...occupation, family: pupil, status: 'learning' }
}

function givePeople(names: NameGiver): People {
  return {
    mother: names.first('woman', 'mother'),
    father: names.first('man', 'father'),
    sibling: names.first('other', 'sibling'),
    granny: names.first('woman', 'granny'),
    friend: names.first('other', 'friend'),
    flatmate: names.first('other', 'flatmate'),
    teacher: names.last('teacher'),
    neighbour: names.last('neighbour'),
    pupil: names.first('woman', 'pupil'),
  }
}

// Where the location tells nothing: the pools of the languages most surveys are held in.
function drawPool(dice: Dice): NamePool {
  return dice.pick(['english', 'english', 'french', 'german', 'spanish'] as const, 'names:pool')
}

const parentJobs = [
  'a bus driver',
  'a seamstress',
  'a primary school teacher',
  'a bricklayer',
  'a nurse',
  'a baker',
  'a bookkeeper',
  'a farmer',
  'a railway clerk',
  'a cook in a canteen',
  'an electrician',
  'a hairdresser',
  'a postal worker',
  'a shopkeeper',
  'a mechanic',
  'a librarian',
  'a factory foreman',
  'a cleaner',
  'a pharmacist',
  'a police officer',
  'an engineer',
  'a music teacher',
  'a secretary',
  'a carpenter',
  'a travelling salesperson',
  'a laboratory assistant',
  'a lorry driver',
  'a market gardener',
  'a civil servant',
  'a translator',
]
