import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { formatNumber } from '../../lib/format.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { Associations } from './associations.tsx'
import { Comparisons } from './comparisons.tsx'
import { EstimateTable } from './estimate-table.tsx'
import { MissingAnswers } from './missing-answers.tsx'
import classes from './question-evidence.module.css'
import { QuestionPicture } from './question-picture.tsx'

type Props = {
  question: QuestionEvidence
  rehearsal: boolean
  onOpen: (filter: TaskFilter, measure?: string) => void
  onOpenTask: (taskId: string) => void
}

/** One question with its label, picture or table, and what differs. */
export function QuestionSection({ question, rehearsal, onOpen, onOpenTask }: Props) {
  const [view, setView] = useState('picture')
  const open = (filter: TaskFilter, measure?: string) =>
    onOpen({ ...filter, questionId: question.questionId }, measure)
  return (
    <section className={`${classes.question} card`} aria-label={question.text}>
      <header className={classes.head}>
        <div>
          <h2 id={`question-${question.questionId}`}>{question.text}</h2>
          <p className={`${classes.meta} quiet small`}>
            <span>
              <span className="mono">{question.questionId}</span> · n{' '}
              {formatNumber(question.overall.n)}, effective n{' '}
              {formatNumber(question.overall.effectiveN)}, weighted
            </span>
            {rehearsal && <RehearsalLabel />}
          </p>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={`Show ${question.questionId} as`}
          value={view}
          onChange={setView}
          data={[
            { value: 'picture', label: 'Chart' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </header>
      {view === 'table' ? (
        <EstimateTable question={question} />
      ) : (
        <QuestionPicture question={question} open={open} onOpenTask={onOpenTask} />
      )}
      <MissingAnswers estimates={question.overall} open={open} />
      <Associations tests={question.tests} />
      {question.overall.n > 0 && <Comparisons comparisons={question.comparisons} />}
    </section>
  )
}
