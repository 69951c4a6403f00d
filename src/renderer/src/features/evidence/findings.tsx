import { useEffect, useState } from 'react'
import type { RunEvidence } from '../../../../shared/contract/arm-evidence.ts'
import type { Evidence } from '../../../../shared/contract/evidence.ts'
import { foldedWords, foldText } from '../../../../shared/fold-text.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { Arms } from './arms.tsx'
import { BandNote } from './band-note.tsx'
import { NoAnswers } from './no-answers.tsx'
import classes from './evidence-page.module.css'
import { arriveAtQuestion, goToQuestion } from './go-to-question.ts'
import { QuestionSection } from './question-evidence.tsx'
import { Quality } from './quality.tsx'
import { QuestionIndex } from './question-index.tsx'
import { Robustness } from './robustness.tsx'
import { Warnings } from './warnings.tsx'

/** Fewer questions than this are seen at a glance. */
const INDEX_FROM = 5

type Props = {
  evidence: RunEvidence
  isFetching: boolean
  segmentBy: string | undefined
  onOpen: (filter: TaskFilter, measure?: string) => void
  onOpenTask: (taskId: string) => void
  onOpenWarning: (warningId: string) => void
}

/** The answer first, then what to know before believing it, then every question. */
export function Findings(props: Props) {
  const { evidence, isFetching, segmentBy, onOpen, onOpenTask, onOpenWarning } = props
  const [filter, setFilter] = useState('')
  const shown = evidence.questions.filter(matches(filter))
  useEffect(arriveAtQuestion, [])
  if (evidence.questions.every(isUnanswered)) return <NoAnswers run={evidence.run} />
  const hasIndex = evidence.questions.length >= INDEX_FROM
  return (
    <div className={classes.findings} aria-busy={isFetching}>
      <div className={classes.top}>
        {evidence.rehearsal && <RehearsalLabel long />}
        {evidence.provisional && (
          <Label tone="warn">Provisional: the run is not finished, no test is given</Label>
        )}
        <p className={classes.headline}>{evidence.headline}</p>
        <p className="quiet">{evidence.caveat}</p>
        <BandNote bands={evidence.bands} segmentBy={segmentBy} />
      </div>
      <Warnings warnings={evidence.warnings} onOpen={onOpenWarning} />
      {evidence.run.purpose === 'robustness' && <Robustness runId={evidence.run.id} />}
      <Arms arms={evidence.arms} onOpen={onOpen} />
      <div className={classes.body} data-index={hasIndex || undefined}>
        {hasIndex && (
          <QuestionIndex
            shown={shown}
            total={evidence.questions.length}
            filter={filter}
            onFilter={setFilter}
            onGo={goToQuestion}
          />
        )}
        <div className={classes.questions}>
          {shown.map((question) => (
            <QuestionSection
              key={question.questionId}
              question={question}
              evidence={evidence}
              onOpen={onOpen}
              onOpenTask={onOpenTask}
            />
          ))}
          {shown.length === 0 && <p className="quiet">No question matches “{filter}”.</p>}
        </div>
      </div>
      <Quality evidence={evidence} />
    </div>
  )
}

function isUnanswered({ overall }: Evidence['questions'][number]): boolean {
  const { n, dontKnow, refused, invalid } = overall
  return n + dontKnow + refused + invalid === 0
}

function matches(filter: string) {
  const words = foldedWords(filter)
  return ({ questionId, text, type }: Evidence['questions'][number]) => {
    const all = foldText(`${questionId} ${text} ${type}`)
    return words.every((word) => all.includes(word))
  }
}
