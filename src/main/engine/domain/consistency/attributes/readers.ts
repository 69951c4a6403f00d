import { abilities } from './abilities.ts'
import { ageRemarks } from './age-remarks.ts'
import type { AttributeReader } from './attribute-reader.ts'
import { belonging } from './belonging.ts'
import { birth } from './birth.ts'
import { children } from './children.ts'
import { deeds } from './deeds.ts'
import { dietAndHabits } from './diet.ts'
import { education } from './education.ts'
import { familySize } from './family-size.ts'
import { fieldOfWork } from './field-of-work.ts'
import { health } from './health.ts'
import { kinNames } from './kin-names.ts'
import { languages } from './languages.ts'
import { lifeEvents } from './life-events.ts'
import { likes } from './likes.ts'
import { once } from './once.ts'
import { parents } from './parents.ts'
import { pets } from './pets.ts'
import { possessions } from './possessions.ts'
import { relationships } from './relationships.ts'
import { residence } from './residence.ts'
import { siblings } from './siblings.ts'
import { absolutes } from './topics.ts'
import { traitReader } from './traits.ts'
import { travel } from './travel.ts'
import { work } from './work.ts'
import { workplace } from './workplace.ts'

/** Every family of attributes that claims are read for. At most 29: one bit each. */
export const readers: readonly AttributeReader[] = [
  residence,
  work,
  education,
  siblings,
  children,
  parents,
  relationships,
  birth,
  health,
  dietAndHabits,
  pets,
  possessions,
  languages,
  likes,
  deeds,
  travel,
  abilities,
  belonging,
  absolutes,
  once,
  workplace,
  fieldOfWork,
  traitReader,
  ageRemarks,
  lifeEvents,
  kinNames,
  familySize,
]
