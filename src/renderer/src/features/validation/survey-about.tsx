import { NumberInput, TextInput } from '@mantine/core'
import type { SurveySource } from '../../../../shared/contract/human-surveys.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './validation.module.css'

export const nothingSaid: SurveySource = {
  name: '',
  source: '',
  population: '',
  fieldworkFrom: null,
  fieldworkTo: null,
  publishedAt: null,
  licence: '',
  citation: '',
  designEffect: null,
}

type Props = {
  about: SurveySource
  /** People asked: a margin of error says with them what weights cost. */
  people: number
  onChange: (about: SurveySource) => void
}
type TextField = 'name' | 'source' | 'population' | 'licence' | 'citation'
type DateField = 'publishedAt' | 'fieldworkFrom' | 'fieldworkTo'

/** Where a survey comes from: what a reader needs to judge it. */
export function SurveyAbout({ about, people, onChange }: Props) {
  const text = (name: TextField, label: string) => (
    <TextInput
      label={label}
      value={about[name]}
      onChange={({ currentTarget }) => onChange({ ...about, [name]: currentTarget.value })}
    />
  )
  const date = (name: DateField, label: string, description?: string) => (
    <TextInput
      type="date"
      label={label}
      description={description}
      value={about[name] ?? ''}
      onChange={({ currentTarget }) => onChange({ ...about, [name]: currentTarget.value || null })}
    />
  )
  return (
    <>
      <div className={classes.fields}>
        {text('name', 'Name')}
        {date(
          'publishedAt',
          'First published',
          'A model may have read what was published before it was trained',
        )}
        <DesignEffect about={about} people={people} onChange={onChange} />
      </div>
      <details>
        <summary>Source, population, fieldwork, licence</summary>
        <div className={classes.fields}>
          {text('source', 'Source')}
          {text('population', 'Who was asked')}
          {date('fieldworkFrom', 'Asked from')}
          {date('fieldworkTo', 'Asked until')}
          {text('licence', 'Licence')}
          {text('citation', 'To be cited as')}
        </div>
      </details>
    </>
  )
}

/** Of a share of one half at 95 %: what publishers state. */
const Z = 1.96

/** How much less the answers say than those of as many independent people; by either way it is stated. */
function DesignEffect({ about, people, onChange }: Props) {
  const { designEffect } = about
  const simple = people > 0 ? (100 * Z * 0.5) / Math.sqrt(people) : null
  const take = (effect: number | null) =>
    onChange({
      ...about,
      designEffect: effect === null ? null : Math.min(100, Math.max(1, effect)),
    })
  return (
    <>
      <NumberInput
        label="Design effect"
        description={
          designEffect === null || people === 0
            ? 'As published; empty: by the weights'
            : `Worth ${formatNumber(people / designEffect)} independent people`
        }
        min={1}
        max={100}
        decimalScale={3}
        value={designEffect ?? ''}
        onChange={(value) => take(typeof value === 'number' && value >= 1 ? value : null)}
      />
      {simple !== null && (
        <NumberInput
          label="Or margin of error, ± points"
          description={`Of ${formatNumber(people)} independent people it is ${formatNumber(simple, 1)}`}
          min={0}
          max={50}
          decimalScale={2}
          // Typed to its end first: the first digit of 1.7 would be another margin.
          key={designEffect}
          defaultValue={designEffect === null ? '' : round(simple * Math.sqrt(designEffect))}
          onBlur={({ currentTarget }) => {
            const margin = Number(currentTarget.value)
            if (margin > 0) take(round((margin / simple) ** 2, 3))
          }}
        />
      )}
    </>
  )
}

function round(value: number, decimals = 2): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
