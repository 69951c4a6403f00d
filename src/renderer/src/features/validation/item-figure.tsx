import type { ReactNode } from 'react'
import type {
  SetAsideItem,
  StoredValidation,
  ValidatedItem,
} from '../../../../shared/contract/validation.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { Figure } from '../../components/picture/figure.tsx'
import type { Caption } from '../../components/picture/to-svg.ts'
import { formatNumber } from '../../lib/format.ts'
import { captionLabels } from '../evidence/caption-labels.ts'
import { barsTable, PairedBars } from './paired-bars.tsx'
import classes from './validation.module.css'

/** The personas' answers that are open. */
export type OpenAnswers = { readonly questionId: string; readonly value: string; title: string }

type Props = {
  report: StoredValidation
  item: ValidatedItem | SetAsideItem
  /** Beside the facts: the verdict. */
  verdict?: ReactNode
  /** Beside the bars, part of the picture. */
  beside?: ReactNode
  below?: ReactNode
  onOpen: (answers: OpenAnswers) => void
}

/** Both distributions of an item with what they say, to be taken along. */
export function ItemFigure({ report, item, verdict, beside, below, onOpen }: Props) {
  const { id, text, n, categories, sentence } = item
  const facts = `People: ${report.surveyName ?? 'as given'}, effective n ${formatNumber(n.people)} · Personas: effective n ${formatNumber(n.personas)}, weighted`
  const caption: Caption = {
    title: text,
    facts,
    labels: captionLabels({ rehearsal: report.rehearsal, provisional: false }),
    notes: [
      sentence,
      ...(report.peopleNote ? [report.peopleNote] : []),
      'Whiskers: 95 % intervals (Clopper & Pearson 1934) at the effective n.',
      report.caveat,
    ],
  }
  return (
    <Figure
      id={`item-${id}`}
      name={`validation ${id}`}
      caption={caption}
      table={() => barsTable(item)}
      facts={
        <>
          {verdict}
          <span className="mono">{id}</span>
          <span>{facts}</span>
          {report.rehearsal && <RehearsalLabel />}
        </>
      }
      below={below}
    >
      <p className={classes.sentence}>{sentence}</p>
      <div className={classes.picture} data-picture>
        <PairedBars
          categories={categories}
          n={n}
          onOpen={({ answer, value }) =>
            answer !== null &&
            onOpen({ questionId: id, value: answer, title: `${value} · everyone` })
          }
        />
        {beside}
      </div>
    </Figure>
  )
}
