import {
  AnswerCondition,
  END_OF_SKILL,
  Question,
} from '../../../../../shared/contract/questions.ts'
import type { SkillFileLoss } from '../../../../../shared/contract/skill-files.ts'
import { hasMedia, toPlainText } from './html.ts'
import { own, partOf, textOf } from './parts.ts'
import { fromPiped } from './piped-text.ts'
import { hasLogic, readLogic, readTest, type ReadCondition, type Target } from './read-logic.ts'
import { readQuestion, type ReadQuestion } from './read-question.ts'
import { blockNames, rotationOf } from './read-rotation.ts'
import { readSurvey, type Placed, type Survey } from './read-survey.ts'

const MAX_QUESTIONS = 100

/** A skill's body still to be checked as a whole, and what of the file is not in it. */
type SkillProposal = {
  readonly body: Readonly<Record<string, unknown>> & { readonly questions: readonly Question[] }
  readonly losses: readonly SkillFileLoss[]
  /** Questions of the file that ask something, and how many of them are in the body. */
  readonly found: number
  readonly taken: number
}

type Entry = Placed & {
  readonly id: string
  /** Of the first of the questions it becomes. */
  readonly firstId: string
  readonly read: ReadQuestion
  /** Text shown before it. */
  readonly lead: string
}
type Losses = SkillFileLoss[]

/** A survey of Qualtrics as a skill. @param file  parsed JSON of any shape */
export function readQsf(file: unknown): SkillProposal {
  const survey = readSurvey(file)
  const losses: Losses = survey.losses.map((message) => ({
    questionId: null,
    place: 'Survey',
    kind: 'lost',
    message,
  }))
  const { entries, instructions, found } = takeQuestions(survey, losses)
  const names = new Map(entries.map(({ qid, firstId }) => [qid, firstId]))
  const targets = new Map(
    entries.map(({ qid, id, read }) => [qid, { id, op: read.op, values: read.values }]),
  )
  const blocks = blockNames(survey.runs)
  const asked = entries.flatMap((entry, at) => {
    const lost = teller(losses, entry)
    const pipe = (text: string) =>
      fromPiped(text, names, (what) => lost(`“${what}” is left out of its text`))
    const context = { entries, at, names, lost, find: (qid: string) => targets.get(qid) }
    const logic = logicOf(entry, context)
    const block = blocks[entry.run]
    return entry.read.drafts.flatMap((draft, i) => {
      const id = entry.read.drafts.length > 1 ? `${entry.id}_${i + 1}` : entry.id
      const text = pipe([entry.lead, draft.text].filter(Boolean).join('\n\n'))
      const filled = {
        ...pipedFields(draft, pipe),
        id,
        text,
        ...(block ? { block } : {}),
        ...logic,
      }
      return checked(filled, entry, losses)
    })
  })
  const skippable = entries.filter(mayBeSkipped).map(({ id }) => id)
  if (skippable.length > 0)
    losses.push({
      questionId: null,
      place: 'Survey',
      kind: 'changed',
      message: `${skippable.length === 1 ? 'One question' : `${skippable.length} questions`} may be passed over in the survey (${skippable.slice(0, 10).join(', ')}${skippable.length > 10 ? '…' : ''}): here everybody is asked for an answer`,
    })
  const questions = asked.slice(0, MAX_QUESTIONS)
  for (const { id } of asked.slice(MAX_QUESTIONS))
    losses.push({
      questionId: null,
      place: id,
      kind: 'lost',
      message: `A skill asks at most ${MAX_QUESTIONS} questions: it is left out`,
    })
  return {
    body: {
      ...about(survey, losses),
      instructions: instructions.slice(0, 8000),
      questions,
      ...rotationOf(survey, blocks, losses),
    },
    losses,
    found,
    taken: countTaken(entries, questions),
  }
}

/** Several of several may be none: that is kept. */
function mayBeSkipped({ payload, read }: Entry): boolean {
  const settings = own(own(payload, 'Validation'), 'Settings')
  return own(settings, 'ForceResponse') !== 'ON' && read.drafts.some(({ type }) => type !== 'multi')
}

/** Each question of the file by the name its data have, descriptive texts set aside. */
function takeQuestions({ placed }: Survey, losses: Losses) {
  const entries: Entry[] = []
  const used = new Set<string>()
  let [instructions, lead, found] = ['', '', 0]
  for (const place of placed) {
    const { payload } = place
    const text = questionText(place)
    if (own(payload, 'QuestionType') === 'DB') {
      lead = [lead, text].filter(Boolean).join('\n\n')
      if (hasLogic(own(payload, 'DisplayLogic')))
        teller(losses, place)('its condition is left out: the text is always shown')
      continue
    }
    found++
    if (entries.length === 0 && instructions === '') [instructions, lead] = [lead, '']
    const told: string[] = []
    const read = readQuestion({ payload, text, lost: (what) => void told.push(what) })
    if (typeof read === 'string') {
      const message = `${read}: the question is left out`
      losses.push({ questionId: null, place: placeOf(place), kind: 'lost', message })
      continue
    }
    const id = freeId(place, used)
    const entry = { ...place, id, firstId: read.drafts.length > 1 ? `${id}_1` : id, read, lead }
    const leads = lead ? ['the text shown before it is put at its start'] : []
    for (const what of [...told, ...leads, ...extras(place)]) teller(losses, entry)(what)
    entries.push(entry)
    lead = ''
  }
  if (lead)
    losses.push({
      questionId: null,
      place: 'Survey',
      kind: 'lost',
      message: 'The text after the last question is left out',
    })
  return { entries, instructions: fromPiped(instructions, new Map(), () => {}), found }
}

function questionText({ payload }: Placed): string {
  const text = toPlainText(textOf(own(payload, 'QuestionText')))
  return text || toPlainText(textOf(own(payload, 'QuestionDescription')))
}

function extras({ payload }: Placed): string[] {
  return [
    hasMedia(textOf(own(payload, 'QuestionText'))) &&
      'pictures, sound or film in its text are left out',
    hasOwnNumbers(payload) && 'its recode values are left out',
    own(payload, 'ChoiceGroups') !== undefined && 'groups of choices are left out, not the choices',
    textOf(own(payload, 'QuestionJS')) !== '' && 'its JavaScript is left out',
    own(payload, 'DynamicChoices') !== undefined &&
      'choices carried forward from another question are left out',
    own(own(own(payload, 'Validation'), 'Settings'), 'CustomValidation') !== undefined &&
      'its own validation is left out',
  ].filter((fault) => fault !== false)
}

/** Recode values other than 1, 2, 3…, in whichever order. */
function hasOwnNumbers(payload: Placed['payload']): boolean {
  const values = Object.values(partOf(own(payload, 'RecodeValues'))).map(Number)
  return values.toSorted((a, b) => a - b).some((value, i) => value !== i + 1)
}

/** The export tag, made an id of ours. */
function freeId({ payload, qid }: Placed, used: Set<string>): string {
  const tag = (textOf(own(payload, 'DataExportTag')) || qid)
    .replaceAll(/[^A-Za-z0-9_-]+/g, '_')
    .slice(0, 56)
  const name = /^[A-Za-z]/.test(tag) ? tag : `q${tag}`
  let id = name
  for (let n = 2; used.has(id); n++) id = `${name}_${n}`
  used.add(id)
  return id
}

type LogicContext = {
  readonly entries: readonly Entry[]
  readonly at: number
  readonly names: ReadonlyMap<string, string>
  readonly lost: (what: string) => void
  readonly find: (qid: string) => Target | undefined
}

function logicOf(entry: Entry, { entries, at, names, lost, find }: LogicContext): object {
  const conditions = [...entry.branches, own(entry.payload, 'DisplayLogic')]
    .filter(hasLogic)
    .flatMap((logic) => {
      const read = checkedCondition(readLogic(logic, find))
      if ('condition' in read) return [read.condition]
      lost(`a condition is left out, so that it is asked more often: ${read.fault}`)
      return []
    })
  const skips = entry.skipLogic.flatMap((skip) => {
    const read = readTest(skip, find)
    const to = destinationOf(textOf(own(skip, 'SkipToDestination')), { entries, at, names })
    if ('condition' in read && to) return [{ when: read.condition, to }]
    lost(`a skip is left out: ${'fault' in read ? read.fault : 'where it leads is not after it'}`)
    return []
  })
  return {
    ...(conditions.length > 0 && {
      showIf: conditions.length > 1 ? { all: conditions } : conditions[0]!,
    }),
    ...(skips.length > 0 && { skipTo: skips.slice(0, 20) }),
  }
}

function checkedCondition(read: ReadCondition): ReadCondition {
  if ('fault' in read || AnswerCondition.safeParse(read.condition).success) return read
  return { fault: 'it is too long' }
}

function destinationOf(
  destination: string,
  { entries, at, names }: Pick<LogicContext, 'entries' | 'at' | 'names'>,
): string | undefined {
  if (/^end_?of_?survey$/i.test(destination)) return END_OF_SKILL
  if (/^end_?of_?block$/i.test(destination)) {
    const next = entries.slice(at + 1).find(({ run }) => run !== entries[at]!.run)
    return next ? names.get(next.qid) : END_OF_SKILL
  }
  return entries.slice(at + 1).some(({ qid }) => qid === destination)
    ? names.get(destination)
    : undefined
}

function pipedFields(
  draft: ReadQuestion['drafts'][number],
  pipe: (text: string) => string,
): object {
  const visit = (value: unknown) =>
    Array.isArray(value)
      ? value.map((each: unknown) => (typeof each === 'string' ? pipe(each) : each))
      : value
  return Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, visit(value)]))
}

function checked(draft: object, entry: Entry, losses: Losses): Question[] {
  const parsed = Question.safeParse(draft)
  if (parsed.success) return [parsed.data]
  const issue = parsed.error.issues[0]
  const message = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()
  losses.push({
    questionId: null,
    place: placeOf(entry),
    kind: 'lost',
    message: `the question is left out: ${message}`,
  })
  return []
}

function about({ name, description }: Survey, losses: Losses) {
  const title = toPlainText(name).slice(0, 200) || 'Survey from Qualtrics'
  const objective = toPlainText(description).slice(0, 1000)
  if (!objective)
    losses.push({
      questionId: null,
      place: 'Survey',
      kind: 'changed',
      message: 'The survey has no description: write the objective yourself',
    })
  return { name: title, objective: objective || `Learn what “${title}” asks.` }
}

function countTaken(entries: readonly Entry[], questions: readonly Question[]): number {
  const ids = new Set(questions.map(({ id }) => id))
  return entries.filter(({ id, read: { drafts } }) =>
    drafts.length > 1 ? drafts.some((_, i) => ids.has(`${id}_${i + 1}`)) : ids.has(id),
  ).length
}

function teller(losses: Losses, entry: Placed & { readonly firstId?: string }) {
  return (message: string) =>
    void losses.push({
      questionId: entry.firstId ?? null,
      place: placeOf(entry),
      kind: 'changed',
      message,
    })
}

function placeOf(place: Placed): string {
  const tag = textOf(own(place.payload, 'DataExportTag')) || place.qid
  const text = questionText(place)
  return `${tag.slice(0, 60)}${text ? `: ${text.slice(0, 80)}` : ''}`
}
