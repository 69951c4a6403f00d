import { listOf, numberOf, own, partOf, textOf, valuesOf, type Part } from './parts.ts'
import { hasLogic } from './read-logic.ts'

/** A question where the survey asks it. */
export type Placed = {
  readonly qid: string
  readonly payload: Part
  /** Of one block, shown once; neighbours of the same run are in the same block. */
  readonly run: number
  readonly skipLogic: readonly unknown[]
  /** Of the branches it is in, outermost first. */
  readonly branches: readonly unknown[]
}
export type Run = {
  readonly name: string
  readonly isShuffled: boolean
  /** The randomizer it is in; undefined: it keeps its place. */
  readonly randomizer: number | undefined
}
export type Survey = {
  readonly name: string
  readonly description: string
  readonly placed: readonly Placed[]
  readonly runs: readonly Run[]
  /** What the flow and the survey have that is not a question. */
  readonly losses: readonly string[]
}

type State = {
  readonly blocks: ReadonlyMap<string, Part>
  readonly questions: ReadonlyMap<string, Part>
  readonly placed: Placed[]
  readonly runs: Run[]
  readonly losses: Set<string>
  readonly seen: Set<string>
  randomizers: number
}
type Context = { readonly branches: readonly unknown[]; readonly randomizer: number | undefined }

/** Questions in the order of the flow. */
export function readSurvey(file: unknown): Survey {
  const elements = listOf(own(file, 'SurveyElements'))
  const payloads = (kind: string) =>
    elements.filter((each) => own(each, 'Element') === kind).map((each) => own(each, 'Payload'))
  const blocks = payloads('BL').flatMap(valuesOf).map(partOf)
  const state: State = {
    blocks: new Map(blocks.map((block) => [textOf(own(block, 'ID')), block])),
    questions: new Map(
      elements
        .filter((each) => own(each, 'Element') === 'SQ')
        .map((each) => [
          textOf(own(own(each, 'Payload'), 'QuestionID')) || textOf(own(each, 'PrimaryAttribute')),
          partOf(own(each, 'Payload')),
        ]),
    ),
    placed: [],
    runs: [],
    losses: new Set(),
    seen: new Set(),
    randomizers: 0,
  }
  walk(flowOf(payloads('FL'), blocks), { branches: [], randomizer: undefined }, state)
  tellUnused(state, elements)
  const entry = own(file, 'SurveyEntry')
  return {
    name: textOf(own(entry, 'SurveyName')),
    description: textOf(own(entry, 'SurveyDescription')),
    placed: state.placed,
    runs: state.runs,
    losses: [...state.losses],
  }
}

/** Without a flow every block is asked in turn. */
function flowOf(flows: readonly unknown[], blocks: readonly Part[]): readonly unknown[] {
  const flow = flows.flatMap((each) => listOf(own(each, 'Flow')))
  if (flow.length > 0) return flow
  return blocks
    .filter((block) => own(block, 'Type') !== 'Trash')
    .map((block) => ({ Type: 'Block', ID: own(block, 'ID') }))
}

function walk(flow: readonly unknown[], context: Context, state: State): void {
  for (const element of flow) {
    const type = textOf(own(element, 'Type'))
    const inner = listOf(own(element, 'Flow'))
    if (type === 'Block' || type === 'Standard' || type === 'Default')
      takeBlock(element, context, state)
    else if (type === 'BlockRandomizer') takeRandomizer(element, context, state)
    else if (type === 'Branch') {
      const branches = [...context.branches, own(element, 'BranchLogic')]
      if (inner.some((each) => own(each, 'Type') === 'EndSurvey'))
        state.losses.add('A branch that ends the survey early is left out: everybody goes on.')
      walk(inner, { ...context, branches }, state)
    } else if (type === 'Group' || type === 'Root') walk(inner, context, state)
    else if (type !== 'EndSurvey') {
      state.losses.add(flowLoss(type))
      walk(inner, context, state)
    }
  }
}

function takeRandomizer(element: unknown, context: Context, state: State): void {
  const inner = listOf(own(element, 'Flow'))
  const shown = numberOf(own(element, 'SubSet'))
  if (shown !== undefined && shown < inner.length)
    state.losses.add(
      `Each person was shown ${shown} of ${inner.length} blocks at random: here everybody is asked all. Use conditions of a study instead.`,
    )
  state.randomizers++
  walk(inner, { ...context, randomizer: context.randomizer ?? state.randomizers }, state)
}

function takeBlock(element: unknown, { branches, randomizer }: Context, state: State): void {
  const block = state.blocks.get(textOf(own(element, 'ID')))
  if (!block) return
  const options = own(block, 'Options')
  const shuffle = textOf(own(options, 'RandomizeQuestions'))
  const name = textOf(own(block, 'Description')).trim()
  for (const loss of blockLosses(options, shuffle)) state.losses.add(`Block “${name}”: ${loss}.`)
  const run =
    state.runs.push({
      name,
      isShuffled: shuffle !== '' && shuffle !== 'false',
      randomizer,
    }) - 1
  for (const item of listOf(own(block, 'BlockElements'))) {
    if (own(item, 'Type') !== 'Question') continue
    const qid = textOf(own(item, 'QuestionID'))
    const payload = state.questions.get(qid)
    if (!payload) continue
    if (state.seen.has(qid)) {
      state.losses.add(`Block “${name}” is shown more than once: it is asked once.`)
      continue
    }
    state.seen.add(qid)
    state.placed.push({ qid, payload, run, skipLogic: listOf(own(item, 'SkipLogic')), branches })
  }
}

function blockLosses(options: unknown, shuffle: string): string[] {
  const looping = textOf(own(options, 'Looping'))
  return [
    looping !== '' && looping !== 'None' && 'loop and merge is left out, it is asked once',
    shuffle === 'Advanced' && 'all its questions change places, also those that stayed',
    shuffle === 'RandomWithOnlyX' && 'a random part of its questions was shown, here all are asked',
    hasLogic(own(options, 'BlockLogic')) && 'its condition is left out',
  ].filter((loss) => loss !== false)
}

function flowLoss(type: string): string {
  const known: Readonly<Record<string, string>> = {
    EmbeddedData:
      'Embedded data set in the survey flow is left out: fill the variables by conditions of a study.',
    WebService: 'A web service in the survey flow is left out.',
    Authenticator: 'The authenticator is left out.',
    Quota: 'Quotas in the survey flow are left out: a population has shares instead.',
    TableOfContents: 'The table of contents is left out.',
    ReferenceSurvey: 'A survey that is referred to is left out.',
  }
  return Object.hasOwn(known, type)
    ? known[type]!
    : `“${type.slice(0, 40)}” in the survey flow is left out.`
}

function tellUnused({ questions, seen, losses }: State, elements: readonly unknown[]): void {
  const unused = questions.size - seen.size
  if (unused > 0)
    losses.add(
      `${unused} ${unused === 1 ? 'question is' : 'questions are'} in the trash or in no block that is asked.`,
    )
  for (const element of elements) {
    const kind = own(element, 'Element')
    if (kind === 'QO' || kind === 'QG')
      losses.add('Quotas are left out: a population has shares instead.')
    if (kind === 'MaxDiff' || kind === 'CNJ')
      losses.add('A MaxDiff or conjoint project is left out: make that question here.')
    const languages = own(own(element, 'Payload'), 'AvailableLanguages')
    if (kind === 'SO' && Object.keys(partOf(languages)).length > 1)
      losses.add('Translations are left out: the first language is taken.')
  }
}
