import { Button, Kbd, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CodingSample } from '../../../../../shared/contract/coding-samples.ts'
import type { OpenQuestion } from '../../../../../shared/contract/themes.ts'
import { QueryView } from '../../../components/query-view.tsx'
import { sampleQuery, useSaveCode } from '../samples.queries.ts'
import { isInDialog, isTyping } from '../use-codebook-keys.ts'
import { AgreementView } from './agreement-view.tsx'
import classes from './coding.module.css'

type Props = {
  runId: string
  question: OpenQuestion
  sampleId: string
  onLeave: () => void
}

/** Answers one by one, coded by hand; saved at every key. */
export function CodingScreen({ runId, question, sampleId, onLeave }: Props) {
  const sample = useQuery(sampleQuery(runId, question.questionId, sampleId))
  return (
    <div className={classes.screen}>
      <div>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconArrowLeft size={14} />}
          onClick={onLeave}
        >
          Back to the themes
        </Button>
      </div>
      <h2>{question.text}</h2>
      <QueryView query={sample}>
        {(found) => <Coding key={found.id} {...{ runId, question }} sample={found} />}
      </QueryView>
    </div>
  )
}

type CodingProps = { runId: string; question: OpenQuestion; sample: CodingSample }

function Coding({ runId, question, sample }: CodingProps) {
  const { questionId } = question
  const save = useSaveCode(runId, questionId, sample.id)
  const firstOpen = sample.answers.findIndex(({ isCoded }) => !isCoded)
  const [at, setAt] = useState(firstOpen === -1 ? sample.answers.length : firstOpen)
  const coded = sample.answers.filter(({ isCoded }) => isCoded).length
  const answer = sample.answers[at]
  const code = (themeId: string | null) => {
    if (!answer) return
    save.mutate({ taskId: answer.taskId, themeId })
    setAt(at + 1)
  }
  useCodingKeys({
    onTheme: (index) => {
      if (index === -1) code(null)
      else if (sample.themes[index]) code(sample.themes[index].id)
    },
    onStep: (by) => setAt(Math.max(0, Math.min(sample.answers.length, at + by))),
  })
  const isDone = coded === sample.answers.length && !save.isPending
  return (
    <>
      <div className={classes.progress}>
        <Progress
          value={(coded / sample.answers.length) * 100}
          aria-label={`${coded} of ${sample.answers.length} coded`}
        />
        <span className="quiet number">
          {coded} of {sample.answers.length}
        </span>
      </div>
      {answer ? (
        <div className={classes.coding}>
          <blockquote className={classes.answer} aria-live="polite">
            {answer.text}
          </blockquote>
          <ol className={classes.choices} aria-label="Themes">
            {sample.themes.map(({ id, label, keywords }, i) => (
              <Choice
                key={id}
                keyName={i < 9 ? String(i + 1) : null}
                label={label}
                keywords={keywords}
                isChosen={answer.isCoded && answer.themeId === id}
                onChoose={() => code(id)}
              />
            ))}
            <Choice
              keyName="0"
              label="Other or unclear"
              keywords={[]}
              isChosen={answer.isCoded && answer.themeId === null}
              onChoose={() => code(null)}
            />
          </ol>
          <p className="quiet small">
            <Kbd>1</Kbd>–<Kbd>9</Kbd> codes, <Kbd>0</Kbd> is other or unclear, <Kbd>←</Kbd>{' '}
            <Kbd>→</Kbd> go back and forth. Every code is kept at once.
          </p>
        </div>
      ) : isDone ? (
        <AgreementView {...{ runId, questionId }} sampleId={sample.id} onReview={() => setAt(0)} />
      ) : (
        <p>
          {sample.answers.length - coded} left open.{' '}
          <Button size="xs" variant="default" onClick={() => setAt(Math.max(0, firstOpen))}>
            Go to the first
          </Button>
        </p>
      )}
    </>
  )
}

type ChoiceProps = {
  keyName: string | null
  label: string
  keywords: readonly string[]
  isChosen: boolean
  onChoose: () => void
}

function Choice({ keyName, label, keywords, isChosen, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <Kbd aria-hidden>{keyName ?? ' '}</Kbd>
        <span>
          <strong>{label}</strong>
          <span className="quiet small"> {beyond(label, keywords)}</span>
        </span>
      </button>
    </li>
  )
}

/** The keywords that the name does not say already. */
function beyond(label: string, keywords: readonly string[]): string {
  const said = label.toLowerCase()
  return keywords.filter((word) => !said.includes(word.toLowerCase())).join(' · ')
}

type Actions = { onTheme: (index: number) => void; onStep: (by: number) => void }

/** @param actions  `onTheme`: 0-based, −1 for none */
function useCodingKeys({ onTheme, onStep }: Actions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target) || isInDialog(event.target)) return
      if (/^\d$/.test(event.key)) onTheme(Number(event.key) - 1)
      else if (event.key === 'ArrowLeft') onStep(-1)
      else if (event.key === 'ArrowRight') onStep(1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
