import { ActionIcon, Tooltip } from '@mantine/core'
import { IconMessages, IconTable } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Evidence, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { Figure } from '../../components/picture/figure.tsx'
import type { Caption } from '../../components/picture/to-svg.ts'
import { describeEffectiveN } from '../../lib/effective-n.ts'
import { ReferenceQualityNote } from '../../components/reference-quality.tsx'
import { formatNumber } from '../../lib/format.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { Associations } from './associations.tsx'
import { captionLabels } from './caption-labels.ts'
import { nameOfField } from './domains.ts'
import { Comparisons } from './comparisons.tsx'
import { estimatesIn, EstimateTable, estimateTable } from './estimate-table.tsx'
import { methodOf } from './method-of.ts'
import { MissingAnswers } from './missing-answers.tsx'
import { anchorOf } from './question-anchor.ts'
import classes from './question-evidence.module.css'
import { QuestionPicture } from './question-picture.tsx'

type Props = {
  question: QuestionEvidence
  evidence: Evidence
  onOpen: (filter: TaskFilter, measure?: string) => void
  onOpenTask: (taskId: string) => void
}

/** One question with its label, picture or table, and what differs. */
export function QuestionSection({ question, evidence, onOpen, onOpenTask }: Props) {
  const { questionId, overall, comparisons } = question
  const open = (filter: TaskFilter, measure?: string) => onOpen({ ...filter, questionId }, measure)
  const method = methodOf(question, estimatesIn(question))
  const caption: Caption = {
    title: question.text,
    facts: factsOf(question),
    labels: captionLabels(evidence),
    notes: [method, evidence.caveat],
  }
  return (
    <Figure
      id={anchorOf(questionId)}
      name={questionId}
      caption={caption}
      table={() => estimateTable(question)}
      asTable={<EstimateTable question={question} />}
      hasChart={overall.n > 0}
      isLazy
      facts={<Facts question={question} rehearsal={evidence.rehearsal} />}
      tools={<ElsewhereLink question={question} runId={evidence.run.id} />}
      below={
        <>
          {question.referenceQuality && (
            <ReferenceQualityNote quality={question.referenceQuality} />
          )}
          <MissingAnswers estimates={overall} open={open} />
          <Associations tests={question.tests} />
          {overall.n > 0 && <Comparisons comparisons={comparisons} />}
          <p className="quiet small">{method}</p>
        </>
      }
    >
      <QuestionPicture question={question} open={open} onOpenTask={onOpenTask} />
    </Figure>
  )
}

/** Where the same answers are looked at from another side. */
function ElsewhereLink({ question, runId }: { question: QuestionEvidence; runId: string }) {
  const { questionId, type } = question
  const params = { runId }
  if (type === 'open')
    return (
      <Tooltip label="Read, edit and compare its themes">
        <ActionIcon
          aria-label={`Themes of ${questionId}`}
          renderRoot={(props) => (
            <Link
              to="/runs/$runId/themes"
              {...{ params }}
              search={{ question: questionId }}
              {...props}
            />
          )}
        >
          <IconMessages size={16} />
        </ActionIcon>
      </Tooltip>
    )
  return (
    <Tooltip label="Cross with other answers and segments">
      <ActionIcon
        aria-label={`Crosstab of ${questionId}`}
        renderRoot={(props) => (
          <Link
            to="/runs/$runId/crosstab"
            {...{ params }}
            search={{ rows: `question:${questionId}` }}
            {...props}
          />
        )}
      >
        <IconTable size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

function factsOf({ questionId, overall, unit }: QuestionEvidence): string {
  return [
    questionId,
    `n ${formatNumber(overall.n)}`,
    `effective n ${formatNumber(overall.effectiveN)}, weighted`,
    unit,
  ]
    .filter(Boolean)
    .join(' · ')
}

function Facts({ question, rehearsal }: { question: QuestionEvidence; rehearsal: boolean }) {
  const { questionId, overall, unit, comparisons } = question
  const restated = new Set(comparisons.filter((one) => one.trueByConstruction).map(({ by }) => by))
  return (
    <>
      <span className="mono">{questionId}</span>
      <span>n {formatNumber(overall.n)}</span>
      <span className={classes.effective} title={describeEffectiveN(overall.effectiveN, overall.n)}>
        effective n {formatNumber(overall.effectiveN)}, weighted
      </span>
      {unit && <span>{unit}</span>}
      {rehearsal && <RehearsalLabel />}
      {[...restated].map((by) => (
        <Label key={by} tone="warn">
          true by construction: by {nameOfField(by)}
        </Label>
      ))}
    </>
  )
}
