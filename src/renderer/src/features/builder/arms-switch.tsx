import { Checkbox, Switch } from '@mantine/core'
import type { Estimate } from '../../../../shared/contract/estimate.ts'
import { armWords } from '../../lib/arm-words.ts'
import { decimalsFor, formatCount, formatNumber } from '../../lib/format.ts'
import classes from './step.module.css'

export type ArmsChoice = { noPersona: boolean; demographicsOnly: boolean }
type Props = {
  value: ArmsChoice
  onChange: (value: ArmsChoice) => void
  /** Undefined while nothing can be estimated. */
  estimate: Estimate | null | undefined
}

const arms = [
  { key: 'noPersona', label: 'The bare model: no persona, no memories' },
  { key: 'demographicsOnly', label: 'Demographics alone: age, gender, location and occupation' },
] as const

/** One switch for everything that runs beside a study; what it costs stands under it. */
export function ArmsSwitch({ value, onChange, estimate }: Props) {
  const isOn = value.noPersona || value.demographicsOnly
  return (
    <div className={classes.checks}>
      <Switch
        label="Check what the personas add"
        description="Puts the same questions to a model that is told less. Its answers stay out of the estimates; the evidence says whether the personas answer otherwise."
        checked={isOn}
        onChange={(event) => {
          const on = event.currentTarget.checked
          onChange({ noPersona: on, demographicsOnly: on })
        }}
      />
      {isOn &&
        arms.map(({ key, label }) => (
          <Checkbox
            key={key}
            ml={48}
            label={label}
            checked={value[key]}
            onChange={(event) => onChange({ ...value, [key]: event.currentTarget.checked })}
          />
        ))}
      {isOn && estimate && estimate.arms.length > 0 && (
        <p className="quiet small">{costWords(estimate)}</p>
      )}
    </div>
  )
}

/** "The bare model takes 60 tasks and about 0.12 EUR; …" */
function costWords({ arms: taken, money }: Estimate): string {
  const parts = taken.map(({ arm, tasks, tokensOut, money: own }) => {
    const cost =
      own && money
        ? `${formatNumber(own.likely, decimalsFor(own.likely))} ${money.currency}`
        : `${formatNumber(tokensOut.likely)} output tokens`
    return `${armWords(arm)}: ${formatCount(tasks, 'task')}, about ${cost}`
  })
  return `${parts.join('. ')}.`
}
