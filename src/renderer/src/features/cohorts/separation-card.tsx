import { Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  SeparationJob,
  type CohortSeparation,
  type SeparatedQuestion,
} from '../../../../shared/contract/cohort-analysis.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { request } from '../../lib/api.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { separationsQuery } from './cohorts.queries.ts'
import classes from './separation-view.module.css'

const verdicts: Record<
  CohortSeparation['verdict'],
  { text: string; tone: 'good' | 'warn' | 'quiet' }
> = {
  apart: { text: '✓ Apart', tone: 'good' },
  not_told_apart: { text: '≈ Not told apart', tone: 'warn' },
  too_few: { text: '– Too few', tone: 'quiet' },
}

/** One comparison: how far it is, or what it found. */
export function SeparationCard({ job }: { job: SeparationJob }) {
  const { neighbourName, skillName, createdAt, isCurrent, result, status, error } = job
  return (
    <li className={`${classes.card} card`}>
      <div className={classes.head}>
        <strong>{neighbourName}</strong>
        {result && (
          <Label tone={verdicts[result.verdict].tone}>{verdicts[result.verdict].text}</Label>
        )}
        {result?.rehearsal && <RehearsalLabel />}
        <span className="quiet">
          {skillName} · <RelativeTime iso={createdAt} />
        </span>
      </div>
      {!isCurrent && (
        <p className={classes.old}>One of the two was redefined since: compare them again.</p>
      )}
      {(status === 'queued' || status === 'running') && <Working job={job} />}
      {status === 'cancelled' && <p className="quiet">Cancelled.</p>}
      {status === 'failed' && <p className={classes.failed}>{error ?? 'It failed.'}</p>}
      {result && <Result result={result} />}
    </li>
  )
}

function Working({ job: { cohortId, jobId, progress } }: { job: SeparationJob }) {
  const client = useQueryClient()
  const cancelling = useMutation({
    mutationFn: () =>
      request('POST', `/cohorts/${cohortId}/separations/${jobId}/cancel`, {
        answer: SeparationJob,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: separationsQuery(cohortId).queryKey }),
  })
  return (
    <div className={classes.working}>
      <Progress
        value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
        aria-label="Interviews held"
      />
      <span className="quiet">
        {formatNumber(progress.done)} of {formatCount(progress.total, 'interview')}
      </span>
      <Button size="xs" variant="default" onClick={() => cancelling.mutate()}>
        Cancel
      </Button>
    </div>
  )
}

function Result({ result }: { result: CohortSeparation }) {
  const { sentence, asked, inBoth, questions, modelName } = result
  return (
    <>
      <p className={classes.sentence}>{sentence}</p>
      <ul className={classes.questions}>
        {questions.map((question) => (
          <Question key={question.questionId} question={question} />
        ))}
      </ul>
      <p className="quiet small">
        {formatNumber(asked[0])} and {formatNumber(asked[1])} people asked with {modelName}
        {inBoth > 0 && `, ${formatNumber(inBoth)} left out because they are in both`}. The bar is
        the distance between the answers of both, the mark what chance alone reaches 19 times in 20.
      </p>
    </>
  )
}

function Question({ question }: { question: SeparatedQuestion }) {
  const { text, distance, floor, sentence, byConstruction } = question
  return (
    <li className={classes.question}>
      <span className={classes.text} title={text}>
        {text} {byConstruction && <Label>by construction</Label>}
      </span>
      <span className={classes.track} aria-hidden>
        {distance !== null && (
          <span
            className={classes.bar}
            data-beyond={(floor !== null && distance > floor) || undefined}
            style={{ width: `${100 * Math.min(1, distance)}%` }}
          />
        )}
        {floor !== null && (
          <span className={classes.mark} style={{ left: `${100 * Math.min(1, floor)}%` }} />
        )}
      </span>
      <span className="small">{sentence}</span>
    </li>
  )
}
