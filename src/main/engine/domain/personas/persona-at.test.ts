import { expect, it } from 'vitest'
import { aPersona } from '../../../../../test/helpers/seeded-persona.ts'
import { circumstancesOf, isBeforeBirth, personaAt, type DatedProfile } from './persona-at.ts'

const at = (iso: string) => Date.parse(iso)
const described = at('2026-01-01T00:00:00Z')
const persona = aPersona({ age: 39, household: 'two cats', attributes: { owner: true } })
const profile: DatedProfile = {
  persona,
  describedFrom: described,
  agedFrom: described,
  bornAt: at('1986-05-20T12:00:00Z'),
}

it.each([
  { clock: '2026-01-01T00:00:00Z', age: 39 },
  { clock: '2026-05-20T11:59:59Z', age: 39 },
  { clock: '2026-05-20T12:00:00Z', age: 40 },
  { clock: '1990-01-01T00:00:00Z', age: 3 },
  { clock: '1986-05-20T12:00:00Z', age: 0 },
])('is $age at $clock, by its birthday', ({ clock, age }) => {
  expect(personaAt(profile, at(clock), {}).age).toBe(age)
})

it('goes by calendar years where the birthday is not known, or an edit says otherwise', () => {
  const unknown = { ...profile, bornAt: undefined }
  expect(personaAt(unknown, at('2016-12-01T00:00:00Z'), {}).age).toBe(29)
  const edited = { ...profile, persona: { ...persona, age: 50 } }
  expect(personaAt(edited, at('2027-12-01T00:00:00Z'), {}).age).toBe(51)
})

it('keeps what lasts and drops what came later, before it was described', () => {
  const then = personaAt(profile, described - 1, { location: 'Oslo' })
  expect(then).toMatchObject({
    firstName: 'Ada',
    traits: persona.traits,
    values: persona.values,
    location: 'Oslo',
    baseOccupation: '',
    summary: '',
    domainKnowledge: [],
    attributes: {},
  })
  expect(then.household).toBeUndefined()
  expect(personaAt(profile, described, { location: 'Oslo' })).toEqual(persona)
})

it('is not there before its birth', () => {
  const cases = [profile, { ...profile, bornAt: undefined }].flatMap((one) =>
    ['1986-05-20T11:59:59Z', '1986-12-31T00:00:00Z'].map((clock) => isBeforeBirth(one, at(clock))),
  )
  expect(cases).toEqual([true, false, true, true])
})

it.each([
  { told: [], is: {} },
  { told: [{ kind: 'birth', place: 'Oslo' }], is: { location: 'Oslo' } },
  {
    told: [{ kind: 'school-start', school: 'primary', place: 'Oslo' }],
    is: { location: 'Oslo', occupation: 'pupil' },
  },
  {
    told: [
      { school: 'primary', kind: 'school-start' },
      { school: 'secondary', kind: 'school-end' },
    ],
    is: { occupation: '' },
  },
  {
    told: [
      { study: 'bachelor', field: 'law', phase: 'start', place: 'Oslo' },
      { move: { from: 'Oslo', to: 'Bergen' } },
    ],
    is: { location: 'Bergen', occupation: 'student of law' },
  },
  {
    told: [
      { study: 'bachelor', field: 'law', phase: 'start' },
      { study: 'bachelor', phase: 'end' },
    ],
    is: { occupation: '' },
  },
  { told: [{ work: 'Nurse' }, { study: 'master', phase: 'end' }], is: { occupation: 'Nurse' } },
  { told: [{ work: 'Nurse' }, { work: 'Nurse', retired: true }], is: { occupation: 'retired' } },
  { told: [{ work: 'Nurse', lost: true }], is: { occupation: 'out of work' } },
  {
    told: [{ home: 'Oslo', place: 'a fair', doing: 'Nurse' }],
    is: { location: 'Oslo', occupation: 'Nurse' },
  },
  { told: [{ work: 7, place: ' ', move: 'there' }], is: {} },
])('reads from $told where it lived and what it did', ({ told, is }) => {
  const dated = told.map((metadata, i) => ({ at: i, metadata }))
  expect(circumstancesOf(dated, 2)).toEqual(is)
})

it('does not take somebody for a pupil for ever', () => {
  const told = [{ at: 0, metadata: { doing: 'pupil', home: 'Oslo' } }]
  expect(circumstancesOf(told, at('1985-01-01T00:00:00Z'))).toEqual({ location: 'Oslo' })
  expect(circumstancesOf(told, at('1973-01-01T00:00:00Z'))).toMatchObject({ occupation: 'pupil' })
})
