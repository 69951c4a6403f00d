import { Button, Popover, Slider, Switch, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { StreamPromptRequest } from '../../../../shared/contract/prompts.ts'
import { toInstant } from '../timeline/timeline.queries.ts'
import classes from './composer.module.css'
import { describePressure, useInterviewStore } from './interview.store.ts'

type Question = Pick<StreamPromptRequest, 'userPrompt' | 'pressure' | 'asOf' | 'remember'>

type Props = {
  name: string
  isAnswering: boolean
  lastQuestion: string | undefined
  onAsk: (question: Question) => void
  onStop: () => void
}

/** Enter sends, Esc stops, ↑ in an empty field brings back the last question. */
export function Composer({ name, isAnswering, lastQuestion, onAsk, onStop }: Props) {
  const [text, setText] = useState('')
  const { pressure, asOf, offRecord } = useInterviewStore()
  const field = useRef<HTMLTextAreaElement>(null)
  useStopKey(isAnswering, onStop)
  useEffect(() => field.current?.focus(), [])

  const ask = () => {
    const userPrompt = text.trim()
    if (userPrompt === '' || isAnswering) return
    setText('')
    onAsk({
      userPrompt,
      ...(pressure > 0 && { pressure: pressure / 100 }),
      ...(asOf && { asOf: toInstant(asOf) }),
      ...(offRecord && { remember: false }),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) ask()
    else if (event.key === 'ArrowUp' && text === '' && lastQuestion) setText(lastQuestion)
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.composer}>
      <Textarea
        ref={field}
        aria-label={`Ask ${name}`}
        placeholder={`Ask ${name} something`}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.controls}>
        <PressureControl />
        <RecordControl />
        <AsOfControl />
        {isAnswering ? (
          <Button variant="default" onClick={onStop}>
            Stop <span className="quiet">&nbsp;Esc</span>
          </Button>
        ) : (
          <Button onClick={ask} disabled={text.trim() === ''}>
            Ask
          </Button>
        )}
      </div>
    </div>
  )
}

function useStopKey(isAnswering: boolean, onStop: () => void) {
  useEffect(() => {
    if (!isAnswering) return
    const onKey = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && onStop()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isAnswering, onStop])
}

function PressureControl() {
  const { pressure, setPressure } = useInterviewStore()
  const { word, meaning } = describePressure(pressure)
  return (
    <div className={classes.pressure}>
      <span className="small">Pressure</span>
      <Slider
        className={classes.slider}
        size="sm"
        thumbLabel="Pressure"
        min={0}
        max={100}
        step={5}
        value={pressure}
        onChange={setPressure}
        label={null}
      />
      <span className="quiet small" title={meaning}>
        {(pressure / 100).toFixed(2)} {word}
      </span>
    </div>
  )
}

function AsOfControl() {
  const { asOf, setAsOf } = useInterviewStore()
  return (
    <Popover position="top-end" withArrow trapFocus>
      <Popover.Target>
        <Button size="xs" variant={asOf ? 'light' : 'subtle'} color={asOf ? 'accent' : 'gray'}>
          {asOf ? `As of ${asOf}` : 'As of today'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          type="date"
          label="As of"
          description="Nothing later exists for the answer. Empty: now."
          value={asOf}
          onChange={(event) => setAsOf(event.currentTarget.value)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function RecordControl() {
  const { offRecord, setOffRecord } = useInterviewStore()
  return (
    <Switch
      size="xs"
      label="Off the record"
      title="Nothing that is said becomes memory, and nothing is rehearsed"
      checked={offRecord}
      onChange={(event) => setOffRecord(event.currentTarget.checked)}
    />
  )
}
