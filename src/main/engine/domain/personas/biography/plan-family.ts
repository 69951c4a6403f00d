import type { PersonaSeed } from '../../../../../shared/contract/personas.ts'
import type { Dice } from '../dice.ts'
import type { Gender } from '../gender.ts'
import { readHousehold } from '../household.ts'
import type { NameGiver } from '../names.ts'
import type { Child, Partnership } from './life.ts'

export type FamilyPlan = { partnerships: Partnership[]; children: Child[] }

const FIRST_LOVE_FROM = 15
const MARRIAGE_FROM = 20
const PARENT_FROM = 19
/** Nobody in these biographies becomes a parent later, whatever the gender. */
const PARENT_UNTIL = 45

/** Share of people living with somebody, and having children, at an age: orders of magnitude. */
const partneredShare = [
  [18, 0.05],
  [25, 0.4],
  [35, 0.72],
  [60, 0.72],
  [80, 0.45],
] as const
const parentShare = [
  [20, 0.03],
  [28, 0.3],
  [36, 0.65],
  [45, 0.8],
] as const

/** What the seed says about household and children first; what it leaves open is drawn by age. */
export function planFamily(
  seed: PersonaSeed,
  gender: Gender,
  names: NameGiver,
  dice: Dice,
): FamilyPlan {
  const { age } = seed
  const household = readHousehold(seed)
  const partner = age < 18 ? 'none' : (household.partner ?? drawPartner(age, dice))
  const early = planFirstLove(age, gender, names, dice)
  const main = planMain(partner, age, early?.endedAt ?? 17.5, gender, names, dice)
  // A first love that lasts is the only one, and none where the seed speaks of somebody else.
  const isOpen = early !== undefined && early.endedAt === undefined
  const first = isOpen && (main || household.partner !== undefined) ? undefined : early
  const wanted =
    age < PARENT_FROM + 0.5
      ? 0
      : (household.children ?? drawChildren(age, main !== undefined, dice))
  return {
    partnerships: [first, main].filter((one) => one !== undefined),
    children: planChildren(wanted, age, main, names, dice),
  }
}

function drawPartner(age: number, dice: Dice) {
  if (dice.chance(share(partneredShare, age), 'family:partnered')) {
    return age >= 24 && dice.chance(0.65, 'family:married')
      ? ('married' as const)
      : ('together' as const)
  }
  if (age > 66 && dice.chance(0.6, 'family:widowed')) return 'widowed' as const
  if (age > 34 && dice.chance(0.45, 'family:divorced')) return 'divorced' as const
  return 'none' as const
}

function drawChildren(age: number, hasPartner: boolean, dice: Dice): number {
  const odds = share(parentShare, age) * (hasPartner ? 1.1 : 0.25)
  return dice.chance(odds, 'family:parent') ? dice.pick([1, 1, 2, 2, 2, 3], 'family:children') : 0
}

function planFirstLove(
  age: number,
  gender: Gender,
  names: NameGiver,
  dice: Dice,
): Partnership | undefined {
  if (age < FIRST_LOVE_FROM + 1 || !dice.chance(0.8, 'love:first')) return undefined
  const metAt = dice.between(FIRST_LOVE_FROM, Math.min(17.4, age - 0.4), 'love:first-at')
  const endedAt = metAt + dice.between(0.3, 1.9, 'love:first-for')
  const over = endedAt < age - 0.1
  return {
    name: names.first(sideOf(gender, 'first', dice), 'first-love'),
    metAt,
    marriedAt: undefined,
    endedAt: over ? endedAt : undefined,
    ending: over ? 'drift' : undefined,
  }
}

function planMain(
  partner: ReturnType<typeof drawPartner>,
  age: number,
  after: number,
  gender: Gender,
  names: NameGiver,
  dice: Dice,
): Partnership | undefined {
  if (partner === 'none') return undefined
  const earliest = Math.max(18, after + 0.3)
  const latest = Math.min(38, age - 0.3)
  if (latest <= earliest) return undefined
  const metAt = dice.between(earliest, Math.min(latest, earliest + 13), 'love:met')
  const name = names.first(sideOf(gender, 'main', dice), 'partner')
  const wedding = Math.max(MARRIAGE_FROM, metAt + dice.between(1, 5, 'love:wedding-after'))
  const marries = partner !== 'together' && wedding < age - 0.2
  const marriedAt = marries ? wedding : undefined
  const ended = endOf(partner, marriedAt ?? metAt + 1, age, dice)
  return { name, metAt, marriedAt, ...ended }
}

function endOf(partner: ReturnType<typeof drawPartner>, from: number, age: number, dice: Dice) {
  const going = { endedAt: undefined, ending: undefined }
  if (partner !== 'divorced' && partner !== 'widowed') return going
  const latest = age - 0.3
  if (latest <= from + 0.5) return going
  const lowest =
    partner === 'divorced' ? from + 0.5 : Math.max(from + 0.5, Math.min(latest - 12, 62))
  const endedAt = dice.between(Math.min(lowest, latest), latest, 'love:ended')
  return { endedAt, ending: partner === 'divorced' ? ('divorce' as const) : ('death' as const) }
}

function planChildren(
  wanted: number,
  age: number,
  main: Partnership | undefined,
  names: NameGiver,
  dice: Dice,
): Child[] {
  const from = Math.max(PARENT_FROM, (main?.marriedAt ?? main?.metAt ?? 22) + 0.9)
  const until = Math.min(PARENT_UNTIL, age - 0.2, (main?.endedAt ?? age) - 0.1)
  const children: Child[] = []
  let bornAt = dice.between(from, Math.max(from, Math.min(from + 5, until)), 'children:first')
  for (let i = 0; i < wanted && bornAt <= until; i++) {
    children.push({ name: names.first('other', `child:${i}`), bornAt })
    bornAt += dice.between(1.4, 3.6, `children:gap:${i}`)
  }
  return children
}

// 93 in 100 couples are of two genders, as in most censuses that ask; unknown stays open.
function sideOf(gender: Gender, purpose: string, dice: Dice): Gender {
  if (gender === 'other') return 'other'
  const opposite = gender === 'woman' ? 'man' : 'woman'
  return dice.chance(0.93, `love:side:${purpose}`) ? opposite : gender
}

function share(knots: readonly (readonly [number, number])[], age: number): number {
  const after = knots.findIndex(([at]) => at >= age)
  if (after <= 0) return after === 0 ? knots[0]![1] : knots.at(-1)![1]
  const [x0, y0] = knots[after - 1]!
  const [x1, y1] = knots[after]!
  return y0 + ((age - x0) / (x1 - x0)) * (y1 - y0)
}
