import type { Evidence, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { measurePanels } from '../../../../shared/measure-panels.ts'
import { decimal, percent, plural } from '../../domain/evidence/words.ts'
import { cell } from './number-tables.ts'
import { comparisonItem } from './question-blocks.ts'
import type { ReportContext } from './report-context.ts'
import type { Block } from './report-document.ts'
import { NOT_VALIDATED } from './validation-blocks.ts'

/** Rows and items that leave the summary on one page. */
const MOST_QUESTIONS = 8
const MOST_COMPARISONS = 3
const MOST_WARNINGS = 3
const MOST_VALIDATIONS = 3

/** The first page: what was asked, the answer, what to know before using it, each question in a line. */
export function summaryBlocks(evidence: Evidence, context: ReportContext): Block[] {
  return [
    ...labelBlocks(evidence),
    ...purposeBlocks(context),
    { kind: 'heading', level: 3, text: 'Answer' },
    { kind: 'text', tone: 'lead', text: evidence.headline },
    ...primaryBlocks(evidence),
    ...cautionBlocks(evidence, context),
    ...resultBlocks(evidence.questions),
  ]
}

function labelBlocks({ rehearsal, provisional }: Evidence): Block[] {
  return [
    ...(rehearsal
      ? [
          {
            kind: 'label' as const,
            title: 'Rehearsal.',
            text: 'The built-in model answered: this is not evidence about people.',
          },
        ]
      : []),
    ...(provisional
      ? [
          {
            kind: 'label' as const,
            title: 'Provisional.',
            text: 'The run is not finished; no p values are given.',
          },
        ]
      : []),
  ]
}

function purposeBlocks({ manifest }: ReportContext): Block[] {
  const { design } = manifest.study
  const { body } = manifest.skill
  const rows = [
    ['Question', design.objective ?? body.objective],
    ['Decision', body.decision],
    ['Hypothesis', design.hypothesis],
    ['Decided by', design.decisionOwner],
    ['Success criteria', design.successCriteria ?? body.successSignal],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  return [{ kind: 'facts', rows }]
}

function primaryBlocks({ questions }: Evidence): Block[] {
  const primary = questions.flatMap(({ text, comparisons }) =>
    comparisons
      .filter(({ kind }) => kind === 'primary')
      .map((comparison) => {
        const { text: sentence, ...rest } = comparisonItem(comparison)
        return { text: `“${shorten(text)}” ${sentence}`, ...rest }
      }),
  )
  if (primary.length === 0) return []
  const more = primary.length - MOST_COMPARISONS
  return [
    {
      kind: 'list',
      items: [
        ...primary.slice(0, MOST_COMPARISONS),
        ...(more > 0 ? [{ text: `${plural(more, 'more comparison')} with the questions.` }] : []),
      ],
    },
  ]
}

function resultBlocks(questions: readonly QuestionEvidence[]): Block[] {
  const shown = questions.slice(0, MOST_QUESTIONS)
  const more = questions.length - shown.length
  return [
    { kind: 'heading', level: 3, text: 'Each question in a line' },
    {
      kind: 'table',
      caption: `Everyone, weighted, with 95 % interval.${more > 0 ? ` ${plural(more, 'more question')} below.` : ''}`,
      head: ['Question', 'Result', 'n'],
      rows: shown.map((question, i) => [
        `${i + 1}. ${shorten(question.text)}`,
        mainResult(question),
        String(question.overall.n),
      ]),
    },
  ]
}

/** What a question comes to in a few words: its leading answer, or its mean. */
function mainResult(question: QuestionEvidence): string {
  const { type, unit, overall, themes } = question
  if (type === 'open') {
    const [theme] = themes
    return theme ? `“${theme.label}”: ${cell(theme.share, percent)}` : '–'
  }
  if (type === 'nps') return `score ${cell(overall.measures?.[0]?.estimate, decimal)}`
  if (overall.mean) return `mean ${cell(overall.mean, decimal)}${unit === null ? '' : ` ${unit}`}`
  if (overall.shares) {
    const [top] = overall.shares.toSorted(
      (a, b) => (b.share.estimate ?? -1) - (a.share.estimate ?? -1),
    )
    return top ? `${top.label}: ${cell(top.share, percent)}` : '–'
  }
  const [panel] = measurePanels(question)
  const first = overall.measures?.find(({ name }) => name === panel?.names[0])
  if (!panel || !first) return '–'
  const about = panel.heading === null ? first.label : `${panel.heading}, ${first.label}`
  return `${about}: ${cell(first.estimate, panel.isShare ? percent : decimal)}`
}

function cautionBlocks({ warnings, caveat }: Evidence, { validations }: ReportContext): Block[] {
  const serious = warnings.filter(({ severity }) => severity !== 'info')
  const shown = serious.slice(0, MOST_WARNINGS)
  const more = warnings.length - shown.length
  return [
    { kind: 'heading', level: 3, text: 'Before you rely on it' },
    {
      kind: 'list',
      items: [
        { text: caveat },
        ...validationLines(validations).map((text) => ({ text })),
        ...shown.map(({ message }) => ({ text: message })),
        ...(more > 0 ? [{ text: `${plural(more, 'more warning')} under “Read this first”.` }] : []),
      ],
    },
  ]
}

/** What was found against people, the worst first: a good one, made later, may not hide it. */
function validationLines(validations: ReportContext['validations']): string[] {
  if (validations.length === 0) return [NOT_VALIDATED]
  if (validations.length === 1) return [validations[0]!.headline]
  const agrees = ({ items }: (typeof validations)[number]) =>
    items.every(({ verdict }) => verdict !== 'differs')
  const more = validations.length - MOST_VALIDATIONS
  return [
    ...validations
      .toSorted((a, b) => Number(agrees(a)) - Number(agrees(b)))
      .slice(0, MOST_VALIDATIONS)
      .map(
        ({ surveyName, headline }) => `Against ${surveyName ?? 'answers of people'}: ${headline}`,
      ),
    ...(more > 0 ? [`${plural(more, 'more validation')} under “Validation against people”.`] : []),
  ]
}

function shorten(text: string): string {
  const [line] = text.split('\n') as [string]
  return line.length > 90 ? `${line.slice(0, 87).trimEnd()}…` : line
}
