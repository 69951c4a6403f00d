// Writes people.csv, margins.csv and people-with-mistakes.csv beside this file. The recipe, what it
// is modelled on and what the study should find are in README.md.
//
//   node resources/samples/make-samples.ts
import { writeFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { normal, uniform } from '../../src/main/engine/domain/random.ts'

const SEED = 'workbench-sample-2026'
const PEOPLE = 200

type Weighted<T extends string> = readonly (readonly [T, number])[]
const regions: Weighted<Region> = [
  ['London', 14],
  ['South', 37],
  ['Midlands', 16],
  ['North', 20],
  ['Wales', 4],
  ['Scotland', 7],
  ['Northern Ireland', 2],
]
type Region = 'London' | 'South' | 'Midlands' | 'North' | 'Wales' | 'Scotland' | 'Northern Ireland'
type Area = 'city' | 'town' | 'countryside'
type Education = 'No qualifications' | 'GCSE' | 'A level' | 'Apprenticeship' | 'Degree'

/** Share living in a city, a town, the countryside. */
const areas: Record<Region, readonly [number, number, number]> = {
  London: [97, 3, 0],
  South: [36, 40, 24],
  Midlands: [48, 34, 18],
  North: [55, 32, 13],
  Wales: [28, 42, 30],
  Scotland: [42, 36, 22],
  'Northern Ireland': [32, 38, 30],
}
const places: Record<Region, Record<Area, readonly string[]>> = {
  London: { city: ['London'], town: ['Croydon'], countryside: ['Croydon'] },
  South: {
    city: ['Bristol', 'Brighton', 'Southampton', 'Plymouth'],
    town: ['Reading', 'Bedford', 'Swindon', 'Ipswich'],
    countryside: ['Totnes', 'Wadebridge', 'Diss', 'Rye'],
  },
  Midlands: {
    city: ['Birmingham', 'Nottingham', 'Leicester'],
    town: ['Telford', 'Rugby', 'Burton'],
    countryside: ['Ludlow', 'Oakham', 'Matlock'],
  },
  North: {
    city: ['Manchester', 'Leeds', 'Sheffield', 'Newcastle'],
    town: ['Burnley', 'Harrogate', 'Darlington', 'Barnsley'],
    countryside: ['Hexham', 'Settle', 'Kendal'],
  },
  Wales: {
    city: ['Cardiff', 'Swansea'],
    town: ['Wrexham', 'Barry'],
    countryside: ['Brecon', 'Bala'],
  },
  Scotland: {
    city: ['Glasgow', 'Edinburgh', 'Aberdeen'],
    town: ['Falkirk', 'Perth', 'Ayr'],
    countryside: ['Oban', 'Peebles'],
  },
  'Northern Ireland': {
    city: ['Belfast'],
    town: ['Newry', 'Lisburn'],
    countryside: ['Armagh', 'Omagh'],
  },
}
const nations: Partial<Record<Region, string>> = {
  Wales: 'Wales',
  Scotland: 'Scotland',
  'Northern Ireland': 'Northern Ireland',
}
/** By age group: the young stayed longer in school, the oldest least. */
const educations: readonly { upTo: number; shares: Weighted<Education> }[] = [
  { upTo: 24, shares: shares(6, 22, 42, 8, 22) },
  { upTo: 34, shares: shares(6, 16, 20, 9, 49) },
  { upTo: 49, shares: shares(9, 22, 17, 8, 44) },
  { upTo: 64, shares: shares(15, 32, 16, 8, 29) },
  { upTo: 120, shares: shares(33, 26, 11, 10, 20) },
]
/** Occupations by what they ask for, with yearly pay before tax in thousand pounds. */
const jobs: Record<Education, readonly (readonly [string, number])[]> = {
  'No qualifications': [
    ['Cleaner', 18],
    ['Warehouse worker', 23],
    ['Kitchen assistant', 18],
    ['Lorry driver', 30],
    ['Care assistant', 21],
  ],
  GCSE: [
    ['Shop assistant', 20],
    ['Bus driver', 28],
    ['Receptionist', 22],
    ['Builder', 31],
    ['Care assistant', 21],
    ['Postal worker', 26],
  ],
  'A level': [
    ['Office administrator', 25],
    ['Sales representative', 31],
    ['Police officer', 39],
    ['Bar manager', 27],
    ['Bookkeeper', 29],
  ],
  Apprenticeship: [
    ['Electrician', 36],
    ['Car mechanic', 31],
    ['Hairdresser', 20],
    ['Plumber', 36],
    ['Chef', 27],
  ],
  Degree: [
    ['Teacher', 40],
    ['Nurse', 36],
    ['Software developer', 51],
    ['Accountant', 46],
    ['Social worker', 37],
    ['Engineer', 46],
    ['Graphic designer', 32],
    ['Marketing manager', 45],
  ],
}
const names: Record<'woman' | 'man', readonly { bornUpTo: number; names: readonly string[] }[]> = {
  woman: [
    {
      bornUpTo: 1960,
      names: ['Margaret', 'Jean', 'Patricia', 'Susan', 'Christine', 'Maureen', 'Linda', 'Barbara'],
    },
    {
      bornUpTo: 1982,
      names: [
        'Julie',
        'Karen',
        'Tracey',
        'Nicola',
        'Joanne',
        'Sharon',
        'Shabana',
        'Michelle',
        'Grace',
      ],
    },
    {
      bornUpTo: 2010,
      names: ['Chloe', 'Emily', 'Aisha', 'Jessica', 'Megan', 'Sophie', 'Priya', 'Olivia', 'Zofia'],
    },
  ],
  man: [
    {
      bornUpTo: 1960,
      names: ['John', 'Brian', 'Alan', 'Keith', 'Derek', 'Malcolm', 'Roy', 'Ronald'],
    },
    {
      bornUpTo: 1982,
      names: ['Mark', 'Paul', 'Andrew', 'Imran', 'Gary', 'Stephen', 'Neil', 'Kwame', 'Darren'],
    },
    {
      bornUpTo: 2010,
      names: ['Jack', 'Callum', 'Mohammed', 'Ryan', 'Liam', 'Arjun', 'Joshua', 'Adam', 'Jakub'],
    },
  ],
}
/** First names of families that came from elsewhere, with surnames that go with them. */
const families: readonly { first: readonly string[]; last: readonly string[] }[] = [
  {
    first: ['Shabana', 'Aisha', 'Imran', 'Mohammed'],
    last: ['Khan', 'Ahmed', 'Hussain', 'Malik', 'Iqbal'],
  },
  { first: ['Priya', 'Arjun'], last: ['Patel', 'Singh', 'Sharma', 'Gill'] },
  { first: ['Kwame', 'Grace'], last: ['Okafor', 'Mensah', 'Boateng', 'Adeyemi'] },
  { first: ['Zofia', 'Jakub'], last: ['Nowak', 'Wojcik', 'Mazur'] },
]
const surnames =
  'Smith Jones Taylor Brown Williams Wilson Evans Davies Wright Walker Hughes Green Hall Campbell MacDonald Murphy Clarke Robinson Wood Thompson Kelly Morris Reid Stewart Price Bennett Cooper Ward Fletcher Shaw Doyle Gray Marsh Holt Pearce Lowe'.split(
    ' ',
  )

const TODAY_YEAR = 2026

function person(i: number) {
  const draw = (what: string) => uniform(SEED, i, what)
  const gender = draw('gender') < 0.53 ? 'woman' : 'man'
  // Recruited on the web: the middle of life is over-represented, the old are missing.
  const age = Math.round(18 + 66 * (0.75 * draw('age') + 0.25 * draw('age-2')))
  const region = choose(regions, draw('region'))
  const area = (['city', 'town', 'countryside'] as const)[at(areas[region], draw('area'))]!
  const education = choose(educations.find(({ upTo }) => age <= upTo)!.shares, draw('education'))
  const [job, pay] = pick(jobs[education], draw('job'))
  const status = statusOf(age, gender, draw('status'))
  const occupation = {
    working: job,
    retired: `Retired ${job.toLowerCase()}`,
    student: 'Student',
    home: 'Homemaker',
    none: `Unemployed ${job.toLowerCase()}`,
  }[status]
  const generation = names[gender].find(({ bornUpTo }) => TODAY_YEAR - age <= bornUpTo)!
  const firstName = pick(generation.names, draw('first-name'))
  return {
    firstName,
    lastName: pick(
      families.find(({ first }) => first.includes(firstName))?.last ?? surnames,
      draw('last-name'),
    ),
    age,
    gender,
    location: `${pick(places[region][area], draw('place'))}, ${nations[region] ?? 'England'}`,
    education,
    baseOccupation: occupation,
    income: incomeBand(status, pay, age, gender, region, normal(SEED, i, 'income')),
    household: householdOf(age, draw('household')),
    region,
    area,
    car:
      draw('car') <
      { city: 0.58, town: 0.82, countryside: 0.95 }[area] - (status === 'student' ? 0.3 : 0),
    parcelsPerMonth: Math.max(
      0,
      Math.round(Math.exp(1.05 + 0.6 * normal(SEED, i, 'parcels') - 0.012 * (age - 45))),
    ),
  }
}

function statusOf(age: number, gender: string, u: number) {
  if (age >= 68) return 'retired'
  if (age >= 60) return u < (age - 58) / 12 ? 'retired' : 'working'
  if (age <= 22) return u < 0.45 ? 'student' : u < 0.92 ? 'working' : 'none'
  if (u < 0.045) return 'none'
  return u < 0.045 + (gender === 'woman' && age < 55 ? 0.09 : 0.01) ? 'home' : 'working'
}

function incomeBand(
  status: string,
  pay: number,
  age: number,
  gender: string,
  region: Region,
  noise: number,
): string {
  const experience = 0.82 + 0.36 * Math.min(1, Math.max(0, (age - 20) / 28))
  const base = {
    working: pay * experience * (gender === 'woman' ? 0.88 : 1) * (region === 'London' ? 1.22 : 1),
    retired: 9 + pay * 0.33,
    student: 7,
    home: 6,
    none: 6,
  }[status]!
  const thousands = base * Math.exp(0.16 * noise)
  const bounds = [15, 25, 35, 50] as const
  const band = bounds.findIndex((bound) => thousands < bound)
  return ['under £15k', '£15k–25k', '£25k–35k', '£35k–50k', 'over £50k'][band === -1 ? 4 : band]!
}

function householdOf(age: number, u: number): string {
  if (age < 25) return u < 0.5 ? 'with parents' : u < 0.85 ? 'shared' : 'alone'
  if (age < 50)
    return u < 0.22
      ? 'alone'
      : u < 0.44
        ? 'couple'
        : u < 0.88
          ? 'couple with children'
          : 'single parent'
  return u < 0.3 ? 'alone' : u < 0.85 ? 'couple' : 'couple with children'
}

// What the country looks like, against which the people above are weighted.
const margins = [
  ['gender', 'woman', 0.51],
  ['gender', 'man', 0.49],
  ['age', '18–34', 0.27],
  ['age', '35–54', 0.32],
  ['age', '55+', 0.41],
  ['attributes.region', 'London', 0.13],
  ['attributes.region', 'South', 0.34],
  ['attributes.region', 'Midlands', 0.16],
  ['attributes.region', 'North', 0.23],
  ['attributes.region', 'Wales', 0.05],
  ['attributes.region', 'Scotland', 0.07],
  ['attributes.region', 'Northern Ireland', 0.02],
  ['education', 'No qualifications', 0.18],
  ['education', 'GCSE', 0.24],
  ['education', 'A level', 0.17],
  ['education', 'Apprenticeship', 0.07],
  ['education', 'Degree', 0.34],
] as const

function shares(
  none: number,
  gcse: number,
  aLevel: number,
  apprenticeship: number,
  degree: number,
): Weighted<Education> {
  return [
    ['No qualifications', none],
    ['GCSE', gcse],
    ['A level', aLevel],
    ['Apprenticeship', apprenticeship],
    ['Degree', degree],
  ]
}
function choose<T extends string>(table: Weighted<T>, u: number): T {
  return table[
    at(
      table.map(([, weight]) => weight),
      u,
    )
  ]![0]
}
function at(weights: readonly number[], u: number): number {
  let left = u * weights.reduce((sum, weight) => sum + weight, 0)
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) < 0),
  )
}
function pick<T>(items: readonly T[], u: number): T {
  return items[Math.floor(u * items.length)]!
}
function write(name: string, text: string): void {
  writeFileSync(new URL(name, import.meta.url), text)
}

const people = Array.from({ length: PEOPLE }, (_, i) => person(i))
const columns = Object.keys(people[0]!)
const csv = (rows: readonly object[]) =>
  stringify([...rows], {
    header: true,
    columns,
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  })

write('people.csv', csv(people))
write(
  'margins.csv',
  stringify(
    margins.map(([...row]) => row),
    { header: true, columns: ['variable', 'category', 'share'] },
  ),
)
write(
  'people-with-mistakes.csv',
  csv([
    people[0]!,
    { ...people[1]!, age: 'forty' },
    { ...people[2]!, firstName: '' },
    people[3]!,
    { ...people[4]!, age: 140 },
    { ...people[5]!, location: '' },
    people[6]!,
  ]),
)
