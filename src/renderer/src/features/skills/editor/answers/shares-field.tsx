import { TextInput } from '@mantine/core'
import type { Question, QuestionOf } from '../../../../../../shared/contract/questions.ts'
import { put } from '../put.ts'
import classes from './answers.module.css'
import { CountField } from './count-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import { readNumbers } from './read-numbers.ts'
import { useLocalText } from './use-local-text.ts'

const shared: ReadonlySet<Question['type']> = new Set([
  'single',
  'multi',
  'likert',
  'yesno',
  'nps',
  'matrix',
])
type Shared = QuestionOf<'single' | 'multi' | 'likert' | 'yesno' | 'nps' | 'matrix'>

/** What the built-in model answers around; other models never see it. */
export function SharesField({ question, onChange }: FieldsProps<Question>) {
  const fields = shared.has(question.type) ? (
    <Shares question={question as Shared} onChange={onChange} />
  ) : question.type === 'numeric' ? (
    <Spread question={question} onChange={onChange} />
  ) : question.type === 'price' ? (
    <PriceSpread question={question} onChange={onChange} />
  ) : null
  if (!fields) return null
  return (
    <details className={classes.folded}>
      <summary>For rehearsals</summary>
      {fields}
    </details>
  )
}

/** Of several choices each has a share of its own, 0–1; typed as percent. */
function Shares({ question, onChange }: FieldsProps<Shared>) {
  const scale = question.type === 'multi' ? 100 : 1
  const [text, type] = useLocalText(question.referenceShares, (shares) =>
    (shares ?? []).map((share) => Number((share * scale).toFixed(4))).join(', '),
  )
  const read = (typed: string) => {
    const numbers = readNumbers(typed)?.map((share) => share / scale)
    const made = numbers?.length && numbers.every((share) => share >= 0) ? numbers : undefined
    type(typed, made)
    onChange(put<Shared, 'referenceShares'>(question, 'referenceShares', made))
  }
  return (
    <TextInput
      label="Known shares of the answers"
      description={`In order, ${scale === 100 ? 'percent that choose each' : 'any scale'}. The built-in model answers around them; other models never see them.`}
      placeholder="46, 31, 23"
      value={text}
      onChange={(event) => read(event.currentTarget.value)}
    />
  )
}

function Spread({ question, onChange }: FieldsProps<QuestionOf<'numeric'>>) {
  const { mean, sd } = question.reference ?? {}
  const middle = (question.min + question.max) / 2
  const range = Math.max(question.max - question.min, Number.MIN_VALUE)
  const set = (next: { mean?: number | undefined; sd?: number | undefined }) =>
    onChange(
      put(
        question,
        'reference',
        next.mean === undefined && next.sd === undefined
          ? undefined
          : { mean: next.mean ?? middle, sd: next.sd ?? range / 4 },
      ),
    )
  return (
    <div className={classes.numbers}>
      <CountField label="Known mean" value={mean} onValue={(value) => set({ mean: value, sd })} />
      <CountField
        label="Known standard deviation"
        min={0}
        value={sd}
        onValue={(value) => set({ mean, sd: value })}
      />
    </div>
  )
}

/** A usual spread of what people would pay, on the log scale. */
const USUAL_SD_LOG = 0.5

function PriceSpread({ question, onChange }: FieldsProps<QuestionOf<'price'>>) {
  const { reference, prices } = question
  const middle = prices[Math.floor(prices.length / 2)] ?? 1
  const set = (next: { median?: number; sdLog?: number } | undefined) =>
    onChange(
      put(
        question,
        'reference',
        next && {
          median: next.median ?? reference?.median ?? middle,
          sdLog: next.sdLog ?? reference?.sdLog ?? USUAL_SD_LOG,
        },
      ),
    )
  return (
    <div className={classes.numbers}>
      <CountField
        label="Known median accepted"
        min={0}
        value={reference?.median}
        onValue={(median) => set(median === undefined ? undefined : { median })}
      />
      <CountField
        label="Known SD of its logarithm"
        min={0}
        step={0.1}
        value={reference?.sdLog}
        onValue={(sdLog) => set(sdLog === undefined ? undefined : { sdLog })}
      />
    </div>
  )
}
