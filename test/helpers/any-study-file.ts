import fc from 'fast-check'

// Studies of every kind that a file can hold, as plain objects: what is optional is sometimes there.

const text = fc.constantFrom(
  'Buses',
  'How about {{price}}: fine?',
  'Ärger # & "quotes"',
  'yes',
  '3',
)
const options = fc.constantFrom(['Bus', 'Tram', 'Walk', 'None of these'], ['1', '2', 'no', 'null'])
const shares = (n: number) =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n })
const modes = (answers: number) => ({
  mode: fc.constantFrom('pick', 'probability', 'similarity', 'two-pass'),
  references: fc.constant([Array.from({ length: answers }, (_, i) => `I am at ${i}.`)]),
})

/** Fields of each type: first what a question must have, then what it may. */
const fieldsOf = {
  single: [
    { options: fc.constant(['Bus', 'Tram', 'Walk', 'None of these']) },
    {
      ...modes(4),
      rotateOptions: fc.boolean(),
      anchorLast: fc.nat(2),
      referenceShares: shares(4),
    },
  ],
  likert: [
    {},
    { ...modes(5), labels: fc.constant(['a', 'b', 'c', 'd', 'e']), referenceShares: shares(5) },
  ],
  open: [{}, { probes: fc.subarray(['why', 'ladder-up', 'ladder-down', 'example', 'silence']) }],
  multi: [
    { options },
    {
      rotateOptions: fc.boolean(),
      anchorLast: fc.nat(2),
      minChoices: fc.nat(2),
      maxChoices: fc.integer({ min: 2, max: 4 }),
      exclusive: fc.constant([]),
      referenceShares: fc.constant([0.1, 0.2, 0.3, 1]),
    },
  ],
  numeric: [
    { min: fc.constant(-0.5), max: fc.constant(1e9) },
    {
      unit: fc.constant('km/h'),
      decimals: fc.nat(6),
      reference: fc.constant({ mean: 0.1 + 0.2, sd: 1e-7 }),
    },
  ],
  yesno: [{}, { ...modes(2), referenceShares: shares(2) }],
  nps: [{}, { ...modes(11), referenceShares: shares(11) }],
  rank: [{ options }, { rotateOptions: fc.boolean(), anchorLast: fc.nat(2), top: fc.constant(2) }],
  allocation: [
    { options },
    {
      rotateOptions: fc.boolean(),
      anchorLast: fc.nat(2),
      total: fc.constant(10),
      unit: fc.constant('€'),
    },
  ],
  matrix: [
    { rows: fc.constant(['Price', 'Comfort']), labels: fc.constant(['low', 'high']) },
    {
      rotateRows: fc.boolean(),
      referenceShares: shares(2),
    },
  ],
  maxdiff: [
    { options: fc.constant(['a', 'b', 'c', 'd', 'e']) },
    { setSize: fc.constant(3), sets: fc.integer({ min: 1, max: 4 }) },
  ],
  conjoint: [
    {
      attributes: fc.constant([
        { name: 'Price', levels: ['1 €', '2 €'] },
        { name: 'Colour', levels: ['red', 'on'] },
      ]),
    },
    {
      alternatives: fc.constant(2),
      tasks: fc.integer({ min: 1, max: 3 }),
      allowNone: fc.boolean(),
    },
  ],
  price: [
    { prices: fc.constant([0.1, 2, 30.55]), currency: fc.constant('EUR') },
    {
      ladder: fc.constantFrom('adaptive', 'all'),
      reference: fc.constant({ median: 3.3, sdLog: 0.4 }),
    },
  ],
  json: [{ schema: fc.constant({ type: 'object', properties: { a: { type: 'number' } } }) }, {}],
} satisfies Record<
  string,
  [Record<string, fc.Arbitrary<unknown>>, Record<string, fc.Arbitrary<unknown>>]
>

function question(type: keyof typeof fieldsOf, i: number): fc.Arbitrary<Record<string, unknown>> {
  const [needed, free] = fieldsOf[type] as [
    Record<string, fc.Arbitrary<unknown>>,
    Record<string, fc.Arbitrary<unknown>>,
  ]
  const shared = {
    allowDontKnow: fc.boolean(),
    block: fc.constantFrom('First', 'Second'),
    ...(i > 0 && { showIf: condition, skipTo: skips(i) }),
  }
  return fc
    .record(
      { text, ...needed, ...shared, ...free },
      { requiredKeys: ['text', ...Object.keys(needed)] as 'text'[] },
    )
    .map((fields): Record<string, unknown> => {
      const all = fields as Record<string, unknown>
      // The one field that another one needs.
      if (all['mode'] === 'similarity' && !all['references']) delete all['mode']
      return { id: `q${i}`, type, ...all }
    })
}

// Whoever takes the bus fulfils them all: the checker refuses questions that nobody is asked.
const condition = fc.constantFrom<unknown>(
  { questionId: 'q0', op: 'answered' },
  { questionId: 'q0', op: 'eq', value: 'Bus' },
  { questionId: 'q0', op: 'in', value: ['Bus', 'Tram'] },
  { not: { questionId: 'q0', op: 'eq', value: 'Walk' } },
  { all: [{ questionId: 'q0', op: 'neq', value: 'Walk' }] },
  {
    any: [
      { questionId: 'q0', op: 'eq', value: 'Tram' },
      { all: [{ not: { not: { questionId: 'q0', op: 'answered' } } }] },
    ],
  },
)
const types = [...(Object.keys(fieldsOf) as (keyof typeof fieldsOf)[]), 'single'] as const
const skips = (i: number) =>
  condition.map((when) => [{ when, to: i === types.length - 1 ? '$end' : `q${i + 1}` }])

const rules = [
  { id: 'e1', name: 'Feeling', type: 'sentiment', questionIds: ['q0'] },
  {
    id: 'e2',
    questionIds: ['q0'],
    name: 'Money',
    type: 'keywords',
    words: ['price', 'cost'],
    want: 'all',
  },
  {
    id: 'e3',
    questionIds: ['q0'],
    name: 'A number',
    type: 'pattern',
    pattern: '\\d+',
    caseSensitive: true,
  },
  { id: 'e4', questionIds: ['q0'], name: 'Long enough', type: 'length', min: 5, max: 200 },
  {
    id: 'e5',
    questionIds: ['q0'],
    name: 'Intent',
    type: 'similarity',
    statements: ['I never would.', 'I surely will.'],
  },
  {
    id: 'e6',
    questionIds: ['q0'],
    name: 'Concrete',
    type: 'rubric',
    criterion: 'Names a place.',
    points: 3,
  },
  { id: 'e7', name: 'Short', type: 'length', min: 0, max: 5 },
]
const skill = fc
  .tuple(...types.map(question))
  .chain((questions) =>
    fc.record(
      {
        name: text,
        objective: text,
        decision: text,
        successSignal: text,
        instructions: fc.constantFrom('Ride {{ price }}.\n\nThen answer: \ttruly.', ''),
        questions: fc.constant(questions),
        rotation: fc.record({
          blocks: fc.boolean(),
          within: fc.subarray(['First', 'Second']),
        }),
        evaluation: fc.subarray(rules),
        dismissals: fc.subarray([
          { rule: 'leading', questionId: 'q0', text: 'Why?', reason: 'A pilot asked it so.' },
          { rule: 'several-objectives', questionId: null, text: 'This and that', reason: 'One' },
        ]),
      },
      { requiredKeys: ['name', 'objective', 'questions', 'instructions'] },
    ),
  )
  .map(withoutJumpsWhereOrderIsDrawn)

/** A jump, or a test of an earlier answer, needs its places to be fixed. */
function withoutJumpsWhereOrderIsDrawn<
  Skill extends {
    questions: Record<string, unknown>[]
    rotation?: { blocks: boolean; within: string[] }
  },
>(drawn: Skill): Skill {
  const { rotation, questions } = drawn
  if (!rotation?.blocks && !rotation?.within.length) return drawn
  const isFixed = ([field]: [string, unknown]) => field !== 'showIf' && field !== 'skipTo'
  const free = questions.map((one) => Object.fromEntries(Object.entries(one).filter(isFixed)))
  return { ...drawn, questions: free }
}

const study = fc.record(
  {
    objective: text,
    hypothesis: text,
    decisionOwner: text,
    successCriteria: text,
    conditions: fc.constantFrom(
      [{ id: 'a', name: 'All', variables: { price: '1 €' } }],
      [
        { id: 'a', name: 'Cheap', variables: { price: '007' } },
        { id: 'b', name: 'Dear', variables: { price: ' 3.50 ' } },
      ],
    ),
    design: fc.constantFrom('between', 'within'),
    replicates: fc.integer({ min: 1, max: 20 }),
    randomSeed: fc.nat(2 ** 31 - 1),
    model: fc.constant('offline'),
    asOf: fc.constant('2026-05-01T12:00:00+02:00'),
    temperature: fc.constantFrom(0, 0.1, 2),
    maxConcurrency: fc.integer({ min: 1, max: 128 }),
    budgetTokens: fc.integer({ min: 1, max: 1e9 }),
    budgetMoney: fc.constantFrom(0.0000003, 12.3456789, 1e6),
    recall: fc.boolean(),
    comparisons: fc.constantFrom([], [{ questionId: 'q1', by: 'cohort' }]),
    rehearsal: fc.constantFrom(
      { effects: [] },
      {
        effects: [
          { questionId: 'q0', option: 'Bus', delta: -0.25, condition: 'a' },
          {
            questionId: 'q1',
            delta: 0.1,
            where: { not: { field: 'age', op: 'lt', value: 40 } },
          },
        ],
      },
    ),
    exclusions: text,
    arms: fc.record(
      {
        noPersona: fc.boolean(),
        demographicsOnly: fc.boolean(),
        tasks: fc.integer({ min: 10, max: 2000 }),
      },
      { requiredKeys: [] },
    ),
    power: fc.record(
      {
        alpha: fc.constant(0.01),
        power: fc.constant(0.9),
        icc: fc.constant(0.3),
        humanSds: fc.constant([{ questionId: 'q1', sd: 1.1, source: 'A survey' }]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['conditions', 'asOf'] },
)

const cohorts = [
  { name: 'Young: no', criteria: { field: 'age', op: 'lt', value: 40 } },
  { name: 'North', criteria: { any: [{ field: 'attributes.region', op: 'eq', value: 'north' }] } },
  { name: 'null', criteria: { all: [{ not: { field: 'income', op: 'exists' } }] } },
  { name: 'Everyone', criteria: { all: [] } },
]

const names = cohorts.map(({ name }) => name)
// The last three are in one cohort each whatever is drawn: none is ever empty.
const person = (i: number) =>
  fc
    .record(
      {
        education: fc.constantFrom('yes', '2020-01-01', 'none'),
        ...(i !== 5 && { income: fc.constantFrom('1e3', 'low') }),
        household: fc.constant('two: a cat & me'),
        language: fc.constant('pt-BR'),
        randomSeed: fc.integer({ min: 1, max: 1e6 }),
        describedAt: fc.constant('2024-02-29T00:00:00.123Z'),
        ...(i < 5 && {
          addedTo: fc.subarray(names.slice(0, 2), { minLength: 1 }),
          takenOutOf: fc.subarray(names.slice(2, 3), { minLength: 1 }),
        }),
      },
      { requiredKeys: i === 7 ? ['income'] : [] },
    )
    .map((free) => ({
      firstName: `Ada${i}`,
      lastName: "O'Neil: ~",
      age: 20 + 6 * i,
      location: 'Leeds, England',
      baseOccupation: 'Nurse',
      gender: i % 2 === 0 ? 'woman' : 'man',
      attributes: { region: i % 3 === 0 ? 'north' : 'south', score: 0.1 * i, vegan: i > 4 },
      ...free,
    }))

const margins = [
  {
    fields: ['age'],
    bands: [18, 30],
    targets: [
      { category: '18–29', share: 0.15 },
      { category: '30+', share: 0.85 },
    ],
  },
  {
    fields: ['gender'],
    targets: [
      { category: 'woman', share: 0.5 },
      { category: 'man', share: 0.5 },
    ],
  },
]

/** A study file as an object, on eight people, with a question of every type. */
export const anyStudyFile = fc.record({
  workbench: fc.constant(1),
  name: text,
  personas: fc
    .tuple(...Array.from({ length: 8 }, (_, i) => person(i)))
    .map((inline) => ({ inline, randomSeed: 0, describedAt: '2025-01-05T10:00:00.000Z' })),
  cohorts: fc.constant(cohorts),
  population: fc.record(
    {
      name: text,
      targetShares: fc.constant({ 'Young: no': 0.4, North: 0.3, null: 0.2, Everyone: 0.1 }),
      margins: fc.subarray(margins),
      trim: fc.constant({ lower: 0.01, upper: 100 }),
    },
    { requiredKeys: ['name', 'targetShares', 'margins'] },
  ),
  skill,
  study,
})
