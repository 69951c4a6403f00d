import type { Evidence } from '../../../../shared/contract/evidence.ts'
import type { StoredValidation } from '../../../../shared/contract/validation.ts'
import { decimal } from '../../domain/evidence/words.ts'
import type { ReportContext } from './report-context.ts'
import type { Block } from './report-document.ts'

export const NOT_VALIDATED =
  'Not validated: no answers of people were held against these. How far personas and people agree on these questions is not known.'

/** What was found beside people's answers, or that nothing was. */
export function validationBlocks(
  { totalErrorNote }: Evidence,
  { validations }: ReportContext,
): Block[] {
  const note: Block[] = [{ kind: 'text', tone: 'small', text: totalErrorNote }]
  if (validations.length > 0) return [...validations.flatMap(validationOf), ...note]
  return [
    { kind: 'text', text: NOT_VALIDATED },
    {
      kind: 'text',
      text: 'To find out, ask people some of the same questions and bring their answers: the page Validation compares location and spread, and says which questions to ask next.',
    },
    ...note,
  ]
}

function validationOf(validation: StoredValidation): Block[] {
  const { surveyName, condition, createdAt, items, setAside, memorised } = validation
  const under = condition === null ? '' : `, condition ${condition}`
  return [
    {
      kind: 'heading',
      level: 3,
      text: `Against ${surveyName ?? 'answers of people'}${under}, ${createdAt.slice(0, 10)}`,
    },
    { kind: 'text', text: validation.headline },
    {
      kind: 'table',
      caption:
        'By question: effective n of people and personas, total variation distance with the 95 % point of what chance alone does, and the ratio of variances where answers have an order.',
      head: ['Question', 'Verdict', 'n', 'Distance', 'Variance ratio'],
      rows: items.map(({ text, verdict, n, distance, floor, ordered }) => [
        text,
        verdict,
        `${Math.round(n.people)} and ${Math.round(n.personas)}`,
        `${decimal(distance)} (chance ${decimal(floor.p95)})`,
        ordered?.varianceRatio == null ? '–' : decimal(ordered.varianceRatio),
      ]),
    },
    { kind: 'list', items: items.map(({ text, sentence }) => ({ text: `${text} ${sentence}` })) },
    ...(setAside.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: setAside.map(({ text, sentence }) => ({ text: `${text} ${sentence}` })),
          },
        ]),
    { kind: 'text', text: `${validation.worthNote} ${memorised.sentence}`.trim() },
    { kind: 'text', tone: 'small', text: validation.caveat },
  ]
}
