import { NumberInput, Select, TextInput } from '@mantine/core'
import type { ValidateRunRequest } from '../../../../shared/contract/validation.ts'
import type { MatchProposals } from '../../../../shared/contract/validation-matches.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './validation.module.css'

export type ComparisonTerms = Pick<ValidateRunRequest, 'margins' | 'condition' | 'modelCutOff'>
export const usualTerms: ComparisonTerms = {
  margins: { share: 0.1, mean: 0.2, varianceRatio: [0.67, 1.5] },
}

type Props = {
  found: Pick<MatchProposals, 'conditions' | 'model'>
  /** When the survey could first be read; null: not said. */
  publishedAt: string | null
  terms: ComparisonTerms
  onChange: (terms: ComparisonTerms) => void
}

/** How answers are compared, said before the result is seen. */
export function ComparisonOptions({ found, publishedAt, terms, onChange }: Props) {
  const { condition, modelCutOff, margins, ...rest } = terms
  return (
    <>
      <div className={classes.fields}>
        {found.conditions.length > 0 && (
          <Select
            label="Answers of personas"
            description="People were asked under one"
            clearable
            placeholder="under all conditions"
            value={condition ?? null}
            data={found.conditions.map(({ id, name }) => ({ value: id, label: `under “${name}”` }))}
            onChange={(id) =>
              onChange({
                ...rest,
                margins,
                ...(modelCutOff && { modelCutOff }),
                ...(id && { condition: id }),
              })
            }
          />
        )}
        {!found.model.rehearsal && (
          <TextInput
            type="date"
            label={`${found.model.name} was trained until`}
            description={
              publishedAt === null
                ? 'Say under “Surveys” when this one was first published: it may be memorised'
                : `The survey was first published on ${publishedAt}: before this day it may be memorised`
            }
            value={modelCutOff ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({
                ...rest,
                margins,
                ...(condition && { condition }),
                ...(value && { modelCutOff: value }),
              })
            }
          />
        )}
      </div>
      <details>
        <summary>
          Margins: shares ± {formatNumber(100 * margins.share)} points, means ±{' '}
          {formatNumber(margins.mean, 2)} SD, variance {formatNumber(margins.varianceRatio[0], 2)}–
          {formatNumber(margins.varianceRatio[1], 2)}
        </summary>
        <Margins margins={margins} onChange={(next) => onChange({ ...terms, margins: next })} />
      </details>
    </>
  )
}

type MarginsProps = {
  margins: ComparisonTerms['margins']
  onChange: (margins: ComparisonTerms['margins']) => void
}

function Margins({ margins, onChange }: MarginsProps) {
  const { share, mean, varianceRatio } = margins
  const [low, high] = varianceRatio
  const number = (
    label: string,
    { value, min, max, step }: { value: number; min: number; max: number; step: number },
    take: (value: number) => void,
  ) => (
    <NumberInput
      label={label}
      {...{ min, max, step }}
      clampBehavior="strict"
      defaultValue={value}
      onChange={(next) => typeof next === 'number' && next >= min && next <= max && take(next)}
    />
  )
  return (
    <>
      <p className="quiet small">
        How far personas may be from people and still count as the same. Choose what would not
        change your decision, before you see the result. Wider margins need fewer people.
      </p>
      <div className={classes.fields}>
        {number(
          'Every share, ± points',
          { value: 100 * share, min: 1, max: 50, step: 1 },
          (points) => onChange({ ...margins, share: points / 100 }),
        )}
        {number(
          'Mean, ± standard deviations of people',
          { value: mean, min: 0.01, max: 2, step: 0.05 },
          (value) => onChange({ ...margins, mean: value }),
        )}
        {number(
          'Variance of personas over people, from',
          { value: low, min: 0.01, max: 0.99, step: 0.05 },
          (value) => onChange({ ...margins, varianceRatio: [value, high] }),
        )}
        {number('to', { value: high, min: 1.01, max: 20, step: 0.1 }, (value) =>
          onChange({ ...margins, varianceRatio: [low, value] }),
        )}
      </div>
    </>
  )
}
