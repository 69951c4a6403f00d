import { describe, expect, it } from 'vitest'
import type { SurveyItem } from '../../../../shared/contract/human-surveys.ts'
import { bandLabels } from '../criteria/bands.ts'
import { matchAnswers } from './match-answers.ts'
import { matchItems, type MatchableQuestion } from './match-items.ts'
import { matchSegments } from './match-segments.ts'
import { inOrder, missingAmong, splitCode } from './value-text.ts'

const agreement = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree',
]
const points = agreement.map((label, i) => ({ value: String(i + 1), label }))
const options = (...labels: string[]) => labels.map((label) => ({ value: label, label }))
const said = (...values: string[]) =>
  values.map((value) => ({ value, label: splitCode(value).label }))

describe('a value of a file', () => {
  it.each([
    ['1 = Never', '1', 'Never'],
    ['2: Sometimes', '2', 'Sometimes'],
    ['3. Often', '3', 'Often'],
    ['(4) Always', '4', 'Always'],
    ['5 - Strongly agree', '5', 'Strongly agree'],
    ['-9 = Refused', '-9', 'Refused'],
    ['18-24', null, '18-24'],
    ['1–2 times', null, '1–2 times'],
    ['3 times a week', null, '3 times a week'],
    ['Never', null, 'Never'],
  ])('%j is the code %j and the label %j', (value, code, label) => {
    expect(splitCode(value)).toEqual({ code, label })
  })

  it('says nothing where it stands for no answer', () => {
    expect(
      missingAmong(['1', '2', '5', '9', '99', '-1', '', 'NA', 'Don’t know', 'Refused']),
    ).toEqual(['99', '-1', '', 'NA', 'Don’t know', 'Refused'])
    // Ages and amounts may well be 99.
    expect(missingAmong(['18', '45', '77', '99'])).toEqual([])
    expect(missingAmong(['None', 'No', 'Unknown'])).toEqual(['Unknown'])
  })

  it('has an order where numbers or known words give one', () => {
    expect(inOrder(['10', '9', '1'])).toEqual({ values: ['1', '9', '10'], ordered: true })
    expect(inOrder(['often', 'Never', 'sometimes'])).toEqual({
      values: ['Never', 'sometimes', 'often'],
      ordered: true,
    })
    expect(inOrder(['65+', '18–34', '35–64'])).toEqual({
      values: ['18–34', '35–64', '65+'],
      ordered: true,
    })
    expect(inOrder(['Tea', 'Coffee'])).toEqual({ values: ['Tea', 'Coffee'], ordered: false })
  })
})

describe('answers of people', () => {
  const targetsOf = (found: ReturnType<typeof matchAnswers>) =>
    Object.fromEntries(found.recodes.map(({ from, to }) => [from, to]))

  it('are matched by their words, whatever the case and the code before them', () => {
    const found = matchAnswers(
      said('1 = strongly DISAGREE', '3 = Neither', '5=Strongly agree', "Don't know"),
      points,
      true,
    )
    expect(targetsOf(found)).toEqual({
      '1 = strongly DISAGREE': '1',
      '3 = Neither': '3',
      '5=Strongly agree': '5',
      "Don't know": null,
    })
    expect(found).toMatchObject({ unmatched: [], byOrder: false })
  })

  it('follow the words where the codes run the other way', () => {
    const reversed = said(
      '1 = Strongly agree',
      '2 = Agree',
      '4 = Disagree',
      '5 = Strongly disagree',
    )
    expect(targetsOf(matchAnswers(reversed, points, true))).toEqual({
      '1 = Strongly agree': '5',
      '2 = Agree': '4',
      '4 = Disagree': '2',
      '5 = Strongly disagree': '1',
    })
  })

  it('are matched by bare codes of a scale, and by their order where it is none', () => {
    expect(targetsOf(matchAnswers(said('2', '5', '99'), points, true))).toEqual({
      2: '2',
      5: '5',
    })
    const drinks = matchAnswers(said('1', '2'), options('Tea', 'Coffee'), false)
    expect(drinks).toMatchObject({ byOrder: true, recodes: [{ to: 'Tea' }, { to: 'Coffee' }] })
    const zero = matchAnswers(said('0', '1'), options('No', 'Yes'), false)
    expect(targetsOf(zero)).toEqual({ 0: 'No', 1: 'Yes' })
  })

  it('leave over the few codes beyond a scale, and match nothing where most are beyond it', () => {
    const survey = matchAnswers(said('1', '2', '3', '4', '5', '7', '8'), points, true)
    expect(Object.keys(targetsOf(survey))).toEqual(['1', '2', '3', '4', '5'])
    expect(survey.unmatched).toEqual(['7', '8'])
    const yes = matchAnswers(said('1', '2', '8', '9'), options('yes', 'no'), false)
    expect(yes).toMatchObject({
      byOrder: true,
      recodes: [{ to: 'yes' }, { to: 'no' }],
      unmatched: ['8', '9'],
    })
    const longer = Array.from({ length: 11 }, (_, i) => String(10 * i))
    expect(matchAnswers(said(...longer), points, true).recodes).toEqual([])
  })

  it('are left over by name where nothing fits', () => {
    const found = matchAnswers(said('Tea', 'Milk'), options('Tea', 'Coffee'), false)
    expect(found.unmatched).toEqual(['Milk'])
    expect(targetsOf(matchAnswers(said('Y', 'n'), options('yes', 'no'), false))).toEqual({
      Y: 'yes',
      n: 'no',
    })
  })
})

function item(id: string, text: string, ...values: string[]): SurveyItem {
  return {
    id,
    kind: 'question',
    text,
    ordered: false,
    values: said(...values).map((value) => ({ ...value, count: 10, share: 1 / values.length })),
    n: 10 * values.length,
    effectiveN: 10 * values.length,
    missing: 0,
    usedFor: [],
  }
}

describe('items of a survey', () => {
  const question = (id: string, text: string, values: MatchableQuestion['values']) => ({
    questionId: id,
    text,
    ordered: false,
    values,
  })
  const drinks = question(
    'drinks',
    'What do you usually drink at breakfast?',
    options('Tea', 'Coffee', 'Milk'),
  )
  const trust = question('trust', 'How much do you trust the national government?', points)

  it('are found by what they ask, not where they stand', () => {
    const found = matchItems(
      [drinks, trust],
      [
        item('V1', 'Trust in the national government', ...agreement),
        item('V2', 'What do you drink for breakfast, as a rule?', 'Tea', 'Coffee', 'Milk'),
        item('V3', 'Do you own a car?', 'Yes', 'No'),
      ],
    )
    expect(found.map(({ candidates }) => candidates[0]?.itemId)).toEqual(['V2', 'V1'])
    expect(found[1]!.candidates[0]).toMatchObject({ by: 'text', unmatched: [] })
  })

  it('go to the question of their id, and to none that asks something else', () => {
    const [first, second] = matchItems(
      [drinks, trust],
      [item('Drinks', 'Column 7', 'Tea', 'Coffee'), item('V3', 'Do you own a car?', 'Yes', 'No')],
    )
    expect(first!.candidates).toMatchObject([{ itemId: 'Drinks', by: 'id' }])
    expect(second!.candidates).toEqual([])
  })
})

describe('groups of people', () => {
  const segment = (id: string, ...values: string[]) => ({
    ...item(id, id, ...values),
    kind: 'segment' as const,
  })

  it('are matched to fields of personas, ages to whole bands only', () => {
    const bounds = [18, 35, 55]
    const age = {
      field: 'age',
      bands: { bounds, labels: bandLabels(bounds) },
      categories: options('18–34', '35–54', '55+'),
    }
    const gender = { field: 'gender', categories: options('man', 'woman') }
    const [byAge, bySex] = matchSegments(
      [segment('age group', '18-24', '25-34', '30-39', '60+'), segment('sex', 'Male', 'Female')],
      [age, gender],
    )
    expect(byAge!.candidates[0]).toMatchObject({
      field: 'age',
      recodes: [
        { from: '18-24', to: '18–34' },
        { from: '25-34', to: '18–34' },
        { from: '60+', to: '55+' },
      ],
      unmatched: ['30-39'],
    })
    expect(bySex!.candidates[0]).toMatchObject({
      field: 'gender',
      recodes: [{ to: 'man' }, { to: 'woman' }],
    })
  })

  it('are matched to the bands of a run, by their names too', () => {
    const labels = ['under 20,000', '20,000–34,999', '35,000+']
    const income = {
      field: 'attributes.income',
      bands: { bounds: [20_000, 35_000], labels },
      categories: options(...labels),
    }
    const values = ['12,500', 'under 20,000', '20,000-30,000', '30,000-40,000', '50,000+']
    const [byIncome] = matchSegments([segment('income', ...values)], [income])
    expect(byIncome!.candidates[0]).toMatchObject({
      recodes: [
        { from: '12,500', to: 'under 20,000' },
        { from: 'under 20,000', to: 'under 20,000' },
        { from: '20,000-30,000', to: '20,000–34,999' },
        { from: '50,000+', to: '35,000+' },
      ],
      unmatched: ['30,000-40,000'],
    })
  })
})
