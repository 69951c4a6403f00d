import { END_OF_SKILL, type Question } from '../../../../../shared/contract/questions.ts'
import type { SkillFileLoss } from '../../../../../shared/contract/skill-files.ts'
import type { SkillBody } from '../../../../../shared/contract/skills.ts'
import { blocksOf } from '../logic/route.ts'
import { toHtml } from './html.ts'
import { toPiped } from './piped-text.ts'
import { surveyFile, type SurveyBlock } from './survey-file.ts'
import { writeLogic, writeSkipTests, type Written } from './write-logic.ts'
import { writeQuestion, type WrittenQuestion } from './write-question.ts'

type Entry = Written & WrittenQuestion

/** A skill as a survey of Qualtrics: the value to write as JSON, and what is not in it. */
export function writeQsf(skill: SkillBody): { file: object; losses: SkillFileLoss[] } {
  const losses: SkillFileLoss[] = unsaidOfSkill(skill)
  const entries = writeEntries(skill, losses)
  const find = (id: string) => entries.get(id)
  const payloads = new Map(
    [...entries.values()].map((entry) => [entry.qid, fullPayload(entry, { entries, losses })]),
  )
  const blocks = blocksOf(skill.questions).map(({ block, questions }): SurveyBlock => {
    const asked = questions.flatMap(({ id }) => find(id) ?? [])
    return {
      name: block,
      isShuffled: block !== undefined && (skill.rotation?.within.includes(block) ?? false),
      elements: asked.map((entry) => ({
        Type: 'Question',
        QuestionID: entry.qid,
        ...skipLogic(entry, {
          asked,
          following: followers(skill.questions, questions, entries),
          entries,
          losses,
        }),
      })),
    }
  })
  const rotates = rotatesBlocks(skill, blocks, losses)
  const instructions = textWriter(entries, () => {})(skill.instructions)
  return {
    file: surveyFile({ ...skill, instructions }, { blocks, payloads, rotates }),
    losses,
  }
}

type Entries = ReadonlyMap<string, Entry>
type Context = { readonly entries: Entries; readonly losses: SkillFileLoss[] }

function writeEntries({ questions }: SkillBody, losses: SkillFileLoss[]): Entries {
  const entries = new Map<string, Entry>()
  for (const question of questions) {
    const written = writeQuestion(question, teller(losses, question))
    if (written) entries.set(question.id, { ...written, question, qid: `QID${entries.size + 1}` })
    else
      losses.push({
        ...placeOf(question),
        kind: 'lost',
        message: `Qualtrics has no type “${question.type}”: the question is left out`,
      })
  }
  return entries
}

function fullPayload(entry: Entry, { entries, losses }: Context): object {
  const { question, payload, qid } = entry
  const lost = teller(losses, question)
  const pipe = textWriter(entries, (what) =>
    lost(`${what} is left out of its text: that question is not in the file`),
  )
  const logic = question.showIf && writeLogic(question.showIf, (id) => entries.get(id))
  if (question.showIf && !logic) lost('Qualtrics cannot say its condition: it is always shown')
  const text = pipe(question.text)
  return {
    QuestionText: text,
    DataExportTag: question.id,
    QuestionDescription: question.text.replaceAll(/\s+/g, ' ').slice(0, 99),
    ...pipedChoices(payload, pipe),
    QuestionID: qid,
    ...(logic ? { DisplayLogic: logic } : {}),
  }
}

/** HTML of a text of ours with its variables as Qualtrics pipes them in. */
function textWriter(entries: Entries, lost: (what: string) => void) {
  const locatorOf = (id: string) => {
    const entry = entries.get(id)
    const isText = entry && ['open', 'numeric'].includes(entry.question.type)
    return (
      entry && `q://${entry.qid}/${isText ? 'ChoiceTextEntryValue' : 'ChoiceGroup/SelectedChoices'}`
    )
  }
  return (text: string) => toPiped(toHtml(text), locatorOf, lost)
}

function pipedChoices(payload: Entry['payload'], pipe: (text: string) => string): object {
  const visit = (items: unknown) =>
    Object.fromEntries(
      Object.entries(items as Record<string, { Display: string }>).map(([key, item]) => [
        key,
        // Written as HTML already; only the variables are left to do.
        {
          ...item,
          Display: item.Display.includes('{{') ? pipeOnly(item.Display, pipe) : item.Display,
        },
      ]),
    )
  return {
    ...payload,
    ...(payload['Choices'] ? { Choices: visit(payload['Choices']) } : {}),
    ...(payload['Answers'] ? { Answers: visit(payload['Answers']) } : {}),
  }
}

function pipeOnly(html: string, pipe: (text: string) => string): string {
  return html.replaceAll(/\{\{[^{}]+\}\}/g, (variable) => pipe(variable))
}

type SkipContext = Context & {
  readonly asked: readonly Entry[]
  readonly following: string | undefined
}

/** Qualtrics leads on inside a block, to its end, or to the end of the survey. */
function skipLogic(
  { question, qid }: Entry,
  { entries, losses, asked, following }: SkipContext,
): object {
  const inBlock = new Map(asked.map((entry) => [entry.question.id, entry.qid]))
  const skips = (question.skipTo ?? []).flatMap(({ when, to }) => {
    const destination =
      to === END_OF_SKILL
        ? 'ENDOFSURVEY'
        : (inBlock.get(to) ?? (to === following ? 'ENDOFBLOCK' : undefined))
    const tests = writeSkipTests(when, (id) => (id === question.id ? entries.get(id) : undefined))
    if (destination && tests) return tests.map((test) => ({ test, destination }))
    const why = tests ? `to ${to}, which is in another block,` : 'for that answer'
    teller(losses, question)(`Qualtrics cannot skip ${why}: that skip is left out`)
    return []
  })
  if (skips.length === 0) return {}
  return {
    SkipLogic: skips.map(({ test, destination }, i) => ({
      SkipLogicID: i + 1,
      ChoiceLocator: test['ChoiceLocator'],
      Condition: test['Operator'],
      ...(test['RightOperand'] === undefined ? {} : { RightOperand: test['RightOperand'] }),
      SkipToDestination: destination,
      Locator: test['ChoiceLocator'],
      SkipToDescription: '',
      Description: '',
      QuestionID: qid,
    })),
  }
}

/** The first question in the file after those of a block. */
function followers(all: readonly Question[], block: readonly Question[], entries: Entries) {
  const end = all.indexOf(block.at(-1)!) + 1
  return all.slice(end).find(({ id }) => entries.has(id))?.id
}

function rotatesBlocks(
  { rotation }: SkillBody,
  blocks: readonly SurveyBlock[],
  losses: SkillFileLoss[],
) {
  if (!rotation?.blocks) return false
  const places = blocks.flatMap(({ name, elements }, i) => (name && elements.length > 0 ? [i] : []))
  const isOneRun = places.every((place, i) => i === 0 || place === places[i - 1]! + 1)
  if (isOneRun && places.length > 0) return true
  losses.push({
    ...whole,
    kind: 'lost',
    message: 'Blocks change places around questions that stay: Qualtrics keeps all as written',
  })
  return false
}

const whole = { questionId: null, place: 'Skill' } as const

function unsaidOfSkill(skill: SkillBody): SkillFileLoss[] {
  const { decision, successSignal, evaluation = [], dismissals = [] } = skill
  const fields = [
    decision && 'The decision it informs',
    successSignal && 'The success signal',
    evaluation.length > 0 && 'How answers are scored',
    dismissals.length > 0 && 'Which remarks on the wording were dismissed',
  ]
  return fields
    .filter((field) => typeof field === 'string' && field !== '')
    .map((field) => ({ ...whole, kind: 'lost', message: `${field} is left out` }))
}

function placeOf({ id, text }: Question) {
  return { questionId: id, place: `${id}: ${text.slice(0, 80)}` }
}

function teller(losses: SkillFileLoss[], question: Question) {
  return (message: string) => void losses.push({ ...placeOf(question), kind: 'changed', message })
}
