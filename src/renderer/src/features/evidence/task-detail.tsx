import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnswerInWords, TaskScores, TaskTurn } from '../../../../shared/contract/runs.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { PromptMessages } from '../../components/prompt-messages.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RecallList } from '../../components/recall-list.tsx'
import { taskResultsQuery, taskScoresQuery, taskTurnsQuery } from '../runs/runs.queries.ts'
import { ScoreList } from './score-list.tsx'
import classes from './task-drawer.module.css'
import { TurnProvenance } from './turn-provenance.tsx'
import { useConditionNames } from './use-condition-names.ts'

type Props = {
  runId: string
  taskId: string
  /** Shown first and marked. */
  questionId: string | undefined
  onBack: (() => void) | undefined
}

export function TaskDetail({ runId, taskId, questionId, onBack }: Props) {
  const conditionName = useConditionNames(runId)
  const results = useQuery(taskResultsQuery(taskId))
  const turns = useQuery(taskTurnsQuery(taskId))
  const { data: evaluation } = useQuery(taskScoresQuery(taskId))
  return (
    <div className={classes.detail}>
      {onBack && (
        <div>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconArrowLeft size={14} />}
            onClick={onBack}
          >
            All answers behind this mark
          </Button>
        </div>
      )}
      <QueryView query={results}>
        {({ task, results: answers }) => (
          <>
            <div>
              <h2>
                <Link to="/personas/$personaId" params={{ personaId: task.personaId }}>
                  {task.personaName}
                </Link>
              </h2>
              <p className="quiet">
                {[
                  conditionName(task.condition),
                  task.conditionOrder !== null && `asked as number ${task.conditionOrder}`,
                  `replicate ${task.replicate}`,
                  `weight ${task.weight.toFixed(2)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {task.error && (
                <p role="alert">
                  {task.error.message} <span className="mono quiet">{task.error.code}</span>
                </p>
              )}
            </div>
            <CountedAnswer answer={answers.find((answer) => answer.questionId === questionId)} />
            <QueryView query={turns}>
              {(transcript) => (
                <div>
                  {inOrder(transcript.turns, questionId).map((turn) => (
                    <TurnView
                      key={turn.id}
                      turn={turn}
                      temperature={transcript.temperature}
                      answer={answers.find(({ turnId }) => turnId === turn.id)}
                      scores={scoresOf(evaluation, answers, turn)}
                      isCurrent={turn.questionId !== null && turn.questionId === questionId}
                    />
                  ))}
                </div>
              )}
            </QueryView>
          </>
        )}
      </QueryView>
    </div>
  )
}

function inOrder(turns: readonly TaskTurn[], questionId: string | undefined): TaskTurn[] {
  return turns.toSorted(
    (a, b) =>
      Number(b.questionId === questionId) - Number(a.questionId === questionId) ||
      a.index - b.index,
  )
}

/** What an answer was read as. Of a question put in several steps it is all of them together. */
function CountedAnswer({ answer }: { answer: AnswerInWords | undefined }) {
  if (!answer) return null
  const isValid = answer.status === 'valid'
  return (
    <p className={classes.counted} data-status={answer.status}>
      {isValid && <span className="quiet">Counted </span>}
      {isValid && answer.type === 'open' ? 'as it stands' : answer.words}
    </p>
  )
}

type Scores = TaskScores['scores']

/** A question put in several turns was scored once: at its last. */
function scoresOf(
  evaluation: TaskScores | undefined,
  answers: readonly AnswerInWords[],
  { id, questionId }: TaskTurn,
): Scores {
  const isLast = answers.some(({ turnId }) => turnId === id)
  return (isLast && evaluation?.scores.filter((score) => score.questionId === questionId)) || []
}

type TurnProps = {
  turn: TaskTurn
  temperature: number
  answer: AnswerInWords | undefined
  scores: Scores
  isCurrent: boolean
}

function TurnView({ turn, temperature, answer, scores, isCurrent }: TurnProps) {
  return (
    <article className={classes.turn} data-current={isCurrent || undefined}>
      <p className={classes.question}>{turn.prompt}</p>
      <p className={classes.answer}>{turn.response}</p>
      {!isCurrent && <CountedAnswer answer={answer} />}
      <div>{turn.rehearsal && <RehearsalLabel />}</div>
      {scores.length > 0 && <ScoreList scores={scores} />}
      <TurnProvenance turn={turn} temperature={temperature} />
      <details open={isCurrent}>
        <summary className="quiet">Recalled {turn.recalled.length}</summary>
        {turn.recalled.length === 0 && <p className="quiet small">Nothing came to mind.</p>}
        <RecallList recalled={turn.recalled} />
      </details>
      <PromptMessages messages={turn.messages} isOpen={isCurrent} />
    </article>
  )
}
