import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HumanSurvey } from '../../../../shared/contract/human-surveys.ts'
import type { MatchProposals } from '../../../../shared/contract/validation-matches.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format.ts'
import { ComparisonOptions, usualTerms } from './comparison-options.tsx'
import { MatchRow } from './match-row.tsx'
import { showFailure } from '../../components/undo-notification.tsx'
import {
  proposedMatches,
  toMatch,
  toRequest,
  withChosen,
  type Candidate,
  type Matches,
} from './matches.ts'
import { matchesQuery, matchOf, validateRun } from './validation.queries.ts'
import classes from './validation.module.css'

type Props = {
  runId: string
  surveyId: string
  survey: HumanSurvey | undefined
  onDone: (validationId: string) => void
  onCancel: () => void
}

/** Which item of a survey asked what the run asked; proposed, and changed before anything is compared. */
export function MatchEditor(props: Props) {
  const query = useQuery(matchesQuery(props.runId, props.surveyId))
  return <QueryView query={query}>{(found) => <Matching found={found} {...props} />}</QueryView>
}

function Matching({
  found,
  runId,
  surveyId,
  survey,
  onDone,
  onCancel,
}: Props & { found: MatchProposals }) {
  const client = useQueryClient()
  const [matches, setMatches] = useState<Matches>(() => proposedMatches(found))
  const [terms, setTerms] = useState(usualTerms)
  const request = toRequest(found, matches)
  const name = survey?.name ?? 'the survey'
  const [chosen, setChosen] = useState<Readonly<Record<string, Candidate>>>({})
  const choosing = useMutation({
    mutationFn: (pair: { questionId: string; itemId: string }) => matchOf(runId, surveyId, pair),
    onSuccess: (candidate, { questionId }) => {
      setChosen((now) => ({ ...now, [questionId]: candidate }))
      setMatches((now) => ({ ...now, [questionId]: toMatch(candidate) }))
    },
    onError: showFailure,
  })
  const comparing = useMutation({
    mutationFn: () =>
      validateRun(client, runId, { surveyId: surveyId as never, ...request, ...terms }),
    onSuccess: ({ id }) => onDone(id),
  })
  return (
    <div className={classes.form}>
      <Section title={`Questions asked here and in ${name}`}>
        {found.questions.map((question) => (
          <MatchRow
            key={question.questionId}
            question={withChosen(question, chosen[question.questionId])}
            items={found.items}
            match={matches[question.questionId]}
            onChange={(match) => setMatches((now) => ({ ...now, [question.questionId]: match }))}
            onChoose={(itemId) => choosing.mutate({ questionId: question.questionId, itemId })}
          />
        ))}
        {found.unfit.map(({ questionId, reason }) => (
          <p key={questionId} className="quiet small">
            <span className="mono">{questionId}</span> {reason}
          </p>
        ))}
        {found.leftOver.length > 0 && (
          <p className="quiet small">
            {formatCount(found.leftOver.length, 'item')} of the survey asked something else:{' '}
            {found.leftOver.slice(0, 8).join(', ')}
            {found.leftOver.length > 8 && ' …'}
          </p>
        )}
      </Section>
      {found.segments.some(({ candidates }) => candidates.length > 0) && (
        <p className="quiet">
          Differences between groups are compared by{' '}
          {found.segments
            .filter(({ candidates }) => candidates.length > 0)
            .map(({ text }) => text)
            .join(', ')}
          .
        </p>
      )}
      <Section title="How they are compared">
        <ComparisonOptions
          found={found}
          publishedAt={survey?.publishedAt ?? null}
          terms={terms}
          onChange={setTerms}
        />
      </Section>
      {comparing.error && <ErrorPanel error={comparing.error} />}
      <div className={classes.actions}>
        <Button
          disabled={request.matches.length === 0}
          loading={comparing.isPending}
          onClick={() => comparing.mutate()}
        >
          Compare {formatCount(request.matches.length, 'question')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
