import { describe, expect, it } from 'vitest'
import { readQsf } from './read-skill.ts'

const choices = (...texts: string[]) => ({
  Choices: Object.fromEntries(texts.map((Display, i) => [String(i + 1), { Display }])),
  ChoiceOrder: texts.map((_, i) => i + 1),
})
const answers = (...texts: string[]) => {
  const { Choices, ChoiceOrder } = choices(...texts)
  return { Answers: Choices, AnswerOrder: ChoiceOrder }
}
type Asked = { DataExportTag?: string; skip?: object[] } & Record<string, unknown>

/** A survey in the shape Qualtrics exports: QID1, QID2… in one block. */
function surveyOf(asked: readonly Asked[], more: { flow?: object[]; options?: object } = {}) {
  const ids = asked.map((_, i) => `QID${i + 1}`)
  const block = {
    Type: 'Default',
    Description: 'Default Question Block',
    ID: 'BL_1',
    BlockElements: ids.flatMap((QuestionID, i) => [
      { Type: 'Page Break' },
      { Type: 'Question', QuestionID, ...(asked[i]!.skip ? { SkipLogic: asked[i]!.skip } : {}) },
    ]),
    ...(more.options ? { Options: more.options } : {}),
  }
  const flow = more.flow ?? [{ Type: 'Block', ID: 'BL_1', FlowID: 'FL_2' }]
  return {
    SurveyEntry: { SurveyName: 'Tea &amp; cake', SurveyDescription: 'Learn what is liked.' },
    SurveyElements: [
      { Element: 'BL', Payload: [block, { Type: 'Trash', ID: 'BL_2', Description: 'Trash' }] },
      { Element: 'FL', Payload: { Type: 'Root', Flow: flow } },
      ...asked.map((payload, i) => ({
        Element: 'SQ',
        PrimaryAttribute: ids[i],
        Payload: {
          QuestionText: 'What?',
          DataExportTag: `Q${i + 1}`,
          // What is demanded of people here; a test of what is not says so.
          Validation: { Settings: { ForceResponse: 'ON' } },
          ...payload,
          QuestionID: ids[i],
        },
      })),
    ],
  }
}
const read = (...asked: Asked[]) => readQsf(surveyOf(asked))
const first = (...asked: Asked[]) => read(...asked).body.questions[0]
const messages = (...asked: Asked[]) => read(...asked).losses.map(({ message }) => message)
const single = {
  QuestionType: 'MC',
  Selector: 'SAVR',
  SubSelector: 'TX',
  ...choices('Car', 'Bus', 'Train'),
}
const open = { QuestionType: 'TE', Selector: 'ML' }
const test = (locator: string, Operator: string, more = {}) => ({
  LogicType: 'Question',
  LeftOperand: locator,
  Operator,
  Type: 'Expression',
  ...more,
})
const logic = (...tests: object[]) => ({
  0: { ...Object.fromEntries(tests.map((each, i) => [i, each])), Type: 'If' },
  Type: 'BooleanExpression',
  inPage: false,
})

describe('a question of Qualtrics', () => {
  it('is plain text, without its tags and scripts', () => {
    const QuestionText =
      '<style>p{color:red}</style><p>How&nbsp;are <b>you</b>?</p><script>alert(1)</script><div>1 &lt; 2 &amp;amp; &#233;</div>'
    expect(first({ ...open, QuestionText })?.text).toBe('How are you?\n1 < 2 &amp; é')
  })

  it.each([
    [
      'a scale beside each other',
      { QuestionType: 'MC', Selector: 'SAHR', ...choices('1', '2', '3', '4', '5') },
      'likert',
    ],
    [
      'a scale by its words',
      {
        QuestionType: 'MC',
        Selector: 'SAVR',
        ...choices('Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'),
      },
      'likert',
    ],
    ['a drop-down list', { ...single, Selector: 'DL' }, 'single'],
    ['yes or no', { ...single, ...choices('Yes', 'No') }, 'yesno'],
    ['check boxes', { ...single, Selector: 'MAVR' }, 'multi'],
    ['a recommendation', { QuestionType: 'MC', Selector: 'NPS', ...choices('0', '1') }, 'nps'],
    ['an order', { QuestionType: 'RO', Selector: 'DND', ...choices('a', 'b') }, 'rank'],
    ['a sum', { QuestionType: 'CS', Selector: 'HBAR', ...choices('a', 'b') }, 'allocation'],
    [
      'a slider',
      {
        QuestionType: 'Slider',
        Selector: 'HSLIDER',
        ...choices(''),
        Configuration: { CSSliderMin: 0, CSSliderMax: 10 },
      },
      'numeric',
    ],
    [
      'a matrix',
      {
        QuestionType: 'Matrix',
        Selector: 'Likert',
        SubSelector: 'SingleAnswer',
        ...choices('r'),
        ...answers('lo', 'hi'),
      },
      'matrix',
    ],
    [
      'best and worst',
      { QuestionType: 'Matrix', Selector: 'MaxDiff', ...choices('a', 'b', 'c', 'd', 'e') },
      'maxdiff',
    ],
  ])('that is %s becomes ours', (_, payload, type) => {
    expect(first(payload)?.type).toBe(type)
  })

  it('of several parts becomes several questions', () => {
    const matrix = { ...choices('r1', 'r2'), ...answers('lo', 'mid', 'hi') }
    const group = {
      QuestionType: 'Matrix',
      Selector: 'Likert',
      SubSelector: 'SingleAnswer',
      ...matrix,
    }
    const { body, losses } = read(
      { QuestionType: 'TE', Selector: 'FORM', ...choices('Name', 'Town') },
      { ...group, SubSelector: 'MultipleAnswer' },
      { QuestionType: 'SBS', Selector: 'SBSMatrix', AdditionalQuestions: { 1: group, 2: group } },
    )
    expect(body.questions.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'Q1_1 open',
      'Q1_2 open',
      'Q2_1 multi',
      'Q2_2 multi',
      'Q3_1 matrix',
      'Q3_2 matrix',
    ])
    expect(losses.map(({ questionId }) => questionId)).toEqual(['Q1_1', 'Q2_1', 'Q3_1'])
  })

  it('turns a scale that starts with the highest, and says so', () => {
    const labels = ['Very satisfied', 'Satisfied', 'Neutral', 'Dissatisfied', 'Very dissatisfied']
    const scale = { ...single, ...choices(...labels) }
    const shown = { ...open, DisplayLogic: logic(test('q://QID1/SelectableChoice/1', 'Selected')) }
    const { body, losses } = read(scale, shown)
    expect(body.questions[0]).toMatchObject({ labels: labels.toReversed() })
    expect(body.questions[1]?.showIf).toEqual({ questionId: 'Q1', op: 'eq', value: 5 })
    expect(losses.map(({ questionId, message }) => `${questionId}: ${message}`)).toEqual([
      'Q1: the scale is turned so that the lowest comes first',
    ])
  })

  it.each([
    ['HeatMap', 'a heat map'],
    ['FileUpload', 'a file upload'],
    ['Timing', 'a page timer'],
    ['__proto__', 'the type “__proto__”'],
  ])('of type %s is named and left out', (QuestionType, name) => {
    const { body, losses, found, taken } = read(open, { QuestionType, Selector: 'X' })
    expect([body.questions.length, found, taken]).toEqual([1, 2, 1])
    expect(losses.map(({ message }) => message)).toEqual([
      `${name} has no counterpart here: the question is left out`,
    ])
  })

  it('tells of what it had beside its words', () => {
    const Choices = { 1: { Display: 'Tea' }, 2: { Display: 'Other', TextEntry: 'true' } }
    expect(
      messages({
        ...single,
        Choices,
        QuestionText: 'See <img src=x onerror=alert(1)>',
        RecodeValues: { 1: '10', 2: '20' },
        ChoiceGroups: {},
        QuestionJS: 'go()',
        DynamicChoices: { Locator: 'q://QID1' },
      }),
    ).toEqual([
      'the text field beside a choice is left out',
      'pictures, sound or film in its text are left out',
      'its recode values are left out',
      'groups of choices are left out, not the choices',
      'its JavaScript is left out',
      'choices carried forward from another question are left out',
    ])
  })
})

describe('logic of Qualtrics', () => {
  const shownIf = (...tests: object[]) =>
    read(single, { ...open, DisplayLogic: logic(...tests) }).body.questions[1]?.showIf

  it('binds and before or', () => {
    const [car, bus] = [1, 2].map((key) => `q://QID1/SelectableChoice/${key}`) as [string, string]
    expect(
      shownIf(
        test(car, 'Selected'),
        test(bus, 'NotSelected', { Conjuction: 'Or' }),
        test('q://QID1/SelectedChoicesCount', 'GreaterThan', {
          Conjuction: 'And',
          RightOperand: '0',
        }),
      ),
    ).toEqual({
      any: [
        { questionId: 'Q1', op: 'eq', value: 'Car' },
        {
          all: [
            { not: { questionId: 'Q1', op: 'eq', value: 'Bus' } },
            { questionId: 'Q1', op: 'answered' },
          ],
        },
      ],
    })
  })

  it('that looks elsewhere is left out as a whole, and told', () => {
    const DisplayLogic = logic(test('q://QID1/SelectableChoice/1', 'Selected'), {
      LogicType: 'DeviceType',
      Operator: 'Is',
      LeftOperand: 'mobile',
      Conjuction: 'And',
    })
    const { body, losses } = read(single, { ...open, DisplayLogic })
    expect(body.questions[1]?.showIf).toBeUndefined()
    expect(losses[0]).toEqual({
      questionId: 'Q2',
      place: 'Q2: What?',
      kind: 'changed',
      message:
        'a condition is left out, so that it is asked more often: it looks at the device, not at an answer',
    })
  })

  it('skips forward, and past the end', () => {
    const skip = (key: number, SkipToDestination: string) => ({
      Locator: `q://QID1/SelectableChoice/${key}`,
      Condition: 'Selected',
      SkipToDestination,
    })
    const skips = [skip(1, 'QID3'), skip(2, 'ENDOFSURVEY'), skip(3, 'ENDOFBLOCK')]
    const { body } = read({ ...single, skip: skips }, open, open)
    expect(body.questions[0]?.skipTo?.map(({ to }) => to)).toEqual(['Q3', '$end', '$end'])
  })

  it('of a branch holds for the questions in it', () => {
    const branch = {
      Type: 'Branch',
      Flow: [{ Type: 'Standard', ID: 'BL_9' }],
      BranchLogic: logic(test('q://QID1/SelectableChoice/2', 'Selected')),
    }
    const survey = surveyOf([single, open], { flow: [{ Type: 'Block', ID: 'BL_1' }, branch] })
    const blocks = survey.SurveyElements[0] as {
      Payload: { ID?: string; Description?: string; BlockElements?: object[] }[]
    }
    const inBranch = blocks.Payload[0]!.BlockElements!.splice(3)
    blocks.Payload.push({ ID: 'BL_9', Description: 'By bus', BlockElements: inBranch })
    expect(readQsf(survey).body.questions[1]).toMatchObject({
      block: 'By bus',
      showIf: { questionId: 'Q1', op: 'eq', value: 'Bus' },
    })
  })
})

describe('text of Qualtrics', () => {
  it('is filled by variables and answers of ours; the rest is told', () => {
    const QuestionText =
      'Dear ${e://Field/name}, by ${q://QID1/ChoiceGroup/SelectedChoices}${lm://Field/1}?'
    const { body, losses } = read(single, { ...open, QuestionText })
    expect(body.questions[1]?.text).toBe('Dear {{name}}, by {{answers.Q1}}?')
    expect(losses[0]?.message).toBe('“${lm://Field/1}” is left out of its text')
  })

  it('that asks nothing leads in, or leads on to the next question', () => {
    const say = (QuestionText: string) => ({ QuestionType: 'DB', Selector: 'TB', QuestionText })
    const { body, found } = read(say('Welcome!'), open, say('Now tea.'), open)
    expect([body['instructions'], body.questions[1]?.text, found]).toEqual([
      'Welcome!',
      'Now tea.\n\nWhat?',
      2,
    ])
  })
})

it('says which questions people may pass over there and nobody can here', () => {
  const optional = { Validation: { Settings: { ForceResponse: 'OFF' } } }
  expect(messages(single, { ...open, ...optional }, { ...single, Validation: {} })).toEqual([
    '2 questions may be passed over in the survey (Q2, Q3): here everybody is asked for an answer',
  ])
  const several = { ...single, Selector: 'MAVR', ...optional }
  expect([messages(several), first(several)]).toMatchObject([[], { minChoices: 0 }])
})

describe('files of any shape', () => {
  it('are read without a throw', () => {
    const odd: unknown[] = [
      null,
      1,
      'x',
      [],
      {},
      { SurveyElements: 7 },
      { SurveyElements: [null, 3, []] },
    ]
    for (const file of odd) expect(readQsf(file).taken).toBe(0)
    for (const value of [null, 7, 'x', [], {}, [[]], { 0: { 0: null } }])
      for (const key of [
        'Choices',
        'ChoiceOrder',
        'DisplayLogic',
        'Randomization',
        'Validation',
        'QuestionText',
        'DataExportTag',
        'RecodeValues',
      ])
        expect(() => read({ ...single, [key]: value })).not.toThrow()
  })

  it('take a survey without a flow, whose blocks are named by their ids', () => {
    const survey = surveyOf([single])
    const [blocks, , ...rest] = survey.SurveyElements as { Payload: unknown }[]
    const byId = { BL_1: (blocks!.Payload as object[])[0] }
    const file = { SurveyElements: [{ Element: 'BL', Payload: byId }, ...rest] }
    expect(readQsf(file).taken).toBe(1)
  })
})
