import type { Question, QuestionOf } from '../../../../shared/contract/questions.ts'
import { answerColumns } from '../../domain/evidence/answer-columns.ts'
import { measuresOf } from '../../domain/evidence/measures.ts'
import { answerTexts, valueAt } from '../../domain/questions/ask-question.ts'
import { readable } from '../../domain/questions/readable.ts'
import { simpleFields } from '../../domain/questions/simple-fields.ts'
import type { TableAbout } from './data-table.ts'
import type { ExportSource } from './export-source.ts'
import { segmentFields } from './interview-table.ts'
import type { OpenCodings } from './open-codings.ts'
import { rComparison } from './r-comparison.ts'
import { rFunctions } from './r-functions.ts'

/**
 * An R script that computes the main table from the interviews, by the package survey, and compares
 * it with the results; the same of differences and tests of association, where their exports are.
 *
 * @param files  names of the other exports of the same run
 */
export function rScript(
  { record, about, codings }: Pick<ExportSource, 'record' | 'about' | 'codings'>,
  files: RFiles,
): string {
  const { cohorts, manifest } = record
  const { conditions, design } = manifest.study.design
  return [
    ...headOf(about, files),
    rFunctions,
    'groups <- c(list(group("everyone", NA, "Everyone", TRUE)), list(',
    [
      ...cohorts.map(
        ({ id, name }) =>
          `  group("cohort", ${literal(id)}, ${literal(name)}, x$cohort == ${literal(name)})`,
      ),
      ...conditions.map(
        ({ id, name }) =>
          `  group("condition", ${literal(id)}, ${literal(name)}, x$condition == ${literal(id)})`,
      ),
    ].join(',\n'),
    '))',
    `paired <- c(${design === 'within' ? '"condition"' : ''}) # asked of the same personas`,
    `segments <- c(${segmentFields(record).map(literal).join(', ')}) # named before launch`,
    'categories <- list() # what tests of association cross with groups',
    ...manifest.skill.body.questions.flatMap((question) => [
      '',
      `# ${comment(readable(question.text))}`,
      ...(question.type === 'open'
        ? themeLines(question.id, codings)
        : [...linesOf(question), ...categoryLines(question)]),
    ]),
    rComparison,
    ...(about.rehearsal === null ? [] : [`cat(${literal(about.rehearsal)}, "\\n", sep = "")`]),
    'if (failed) quit(status = 1)',
  ].join('\n')
}

export type RFiles = Readonly<
  Record<'interviews' | 'results' | 'comparisons' | 'associations', string>
>

function headOf(about: TableAbout, files: RFiles) {
  return [
    `# ${comment(about.study)}, run ${about.run} of ${about.runs}, ${comment(about.model)}`,
    ...(about.rehearsal === null ? [] : [`# ${about.rehearsal.toUpperCase()}`]),
    ...(about.provisional ? ['# PROVISIONAL: the run is not finished'] : []),
    `# Manifest ${about.manifestHash}, Persona Workbench ${comment(about.engineVersion)}`,
    `# ${comment(about.caveat)}`,
    '#',
    '# Computes the main table from the interviews and compares it with the results; differences and',
    '# tests of association, too, where their exports are beside. Put this file beside the exports and',
    '# run it there, or name their folder:  Rscript this-file.R folder',
    ...Object.entries(files).map(([name, file]) => `${name} <- ${literal(file)}`),
  ]
}

function themeLines(questionId: string, codings: OpenCodings): string[] {
  const { themes = [], details = [] } = codings.get(questionId) ?? {}
  const column = literal(`${questionId}.theme`)
  // Where every answer has a theme, nothing is told of answers without.
  const told = themes.filter((theme) => details.some(({ id }) => id === theme.id))
  return told.map(
    ({ id, name }) =>
      `theme(${literal(questionId)}, ${literal(id)}, text(${column}) == ${literal(name)})`,
  )
}

function categoryLines({ id, type }: Question): string[] {
  if (type !== 'single' && type !== 'yesno' && type !== 'likert') return []
  return [`categories[[${literal(id)}]] <- text(${literal(`${id}.value`)})`]
}

function linesOf(question: Exclude<Question, { type: 'open' }>): string[] {
  const id = literal(question.id)
  const value = literal(`${question.id}.value`)
  switch (question.type) {
    case 'single':
      return question.options.map(
        (option) =>
          `share(${id}, ${literal(option)}, text(${value}) == ${literal(readable(option))})`,
      )
    case 'yesno':
      return ['yes', 'no'].map(
        (answer) => `share(${id}, "${answer}", text(${value}) == "${answer}")`,
      )
    case 'likert':
    case 'nps':
      return scaleLines(question)
    case 'numeric':
      return [
        `y <- number(${value})`,
        `average(${id}, "mean", y)`,
        `quantiles(${id}, "median", y, 0.5)`,
        `quantiles(${id}, "lower quartile", y, 0.25)`,
        `quantiles(${id}, "upper quartile", y, 0.75)`,
      ]
    case 'json':
      return fieldLines(question)
    case 'rank':
      return rankLines(question)
    case 'multi':
    case 'allocation':
    case 'matrix':
    case 'maxdiff':
    case 'conjoint':
    case 'price':
      return partLines(question)
  }
}

function scaleLines(question: QuestionOf<'likert' | 'nps'>): string[] {
  const id = literal(question.id)
  return [
    `y <- number(${literal(`${question.id}.value`)})`,
    ...answerTexts(question).map((_, i) => {
      const point = valueAt(question, i)
      return `share(${id}, "${point}", y == ${point})`
    }),
    `average(${id}, "mean", y)`,
    question.type === 'nps' ? `average(${id}, "nps", promoters(y))` : `median_point(${id}, y)`,
  ]
}

/** One column per measure, in their order. */
function partLines(
  question: QuestionOf<'multi' | 'allocation' | 'matrix' | 'maxdiff' | 'conjoint' | 'price'>,
): string[] {
  const measures = measuresOf(question)
  const columns = answerColumns(question)
    .map(({ name }) => name)
    .filter((name) => question.type !== 'price' || name.startsWith(`${question.id}.accepts_`))
  return measures.map(({ name, isShare }, i) => {
    const kind = isShare ? 'share' : 'average'
    return `${kind}(${literal(question.id)}, ${literal(name)}, number(${literal(columns[i]!)}))`
  })
}

function rankLines(question: QuestionOf<'rank'>): string[] {
  const columns = answerColumns(question).map(({ name }) => literal(name))
  return [
    `ranks <- places(c(${columns.join(', ')}))`,
    ...question.options.map(
      (option, i) => `average(${literal(question.id)}, ${literal(option)}, ranks[, ${i + 1}])`,
    ),
  ]
}

function fieldLines(question: QuestionOf<'json'>): string[] {
  const columns = answerColumns(question)
  const id = literal(question.id)
  return simpleFields(question).flatMap(({ name, values }, i) => {
    const column = literal(columns[i]!.name)
    if (values === null) return [`average(${id}, ${literal(name)}, number(${column}))`]
    return values.map(
      (value) =>
        `share(${id}, ${literal(`${name}: ${value}`)}, text(${column}) == ${literal(String(value))})`,
    )
  })
}

/** Text in R, in ASCII: whatever the locale it is read in, it is the same. */
function literal(text: string): string {
  const escaped = Array.from(text.replaceAll('\0', ''), (character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    const code = character.codePointAt(0)!
    if (code >= 0x20 && code < 0x7f) return character
    const hex = code.toString(16)
    return code > 0xff_ff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`
  })
  return `"${escaped.join('')}"`
}

/** One line, whatever the text: what follows a line break would be run. */
function comment(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
