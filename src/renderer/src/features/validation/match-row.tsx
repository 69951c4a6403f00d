import { MultiSelect, Select } from '@mantine/core'
import type { ItemUse } from '../../../../shared/contract/human-surveys.ts'
import type { ProposedMatch } from '../../../../shared/contract/validation-matches.ts'
import { formatCount } from '../../lib/format.ts'
import { toMatch, type Match } from './matches.ts'
import classes from './validation.module.css'

/** Stands for "left out": an empty value would read as nothing chosen. */
const LEFT_OUT = '\u0000'
const uses: { value: ItemUse; label: string }[] = [
  { value: 'tuning', label: 'tuning the wording' },
  { value: 'reference', label: 'reference answers' },
  { value: 'margins', label: 'margins of the population' },
]

type Props = {
  question: ProposedMatch
  match: Match | undefined
  onChange: (match: Match) => void
}

/** One question, the item it is compared with, and what each answer of people becomes. */
export function MatchRow({ question, match, onChange }: Props) {
  const { text, candidates } = question
  const chosen = candidates.find(({ itemId }) => itemId === match?.itemId)
  return (
    <div className={classes.match}>
      <p className={classes.question}>{text}</p>
      <div>
        <Select
          aria-label={`Item that asked: ${text}`}
          placeholder={
            candidates.length === 0 ? 'Nothing in the survey comes near' : 'Not compared'
          }
          disabled={candidates.length === 0}
          clearable
          value={match?.itemId ?? null}
          data={candidates.map((one) => ({ value: one.itemId, label: one.text }))}
          onChange={(itemId) => {
            const next = candidates.find((one) => one.itemId === itemId)
            onChange(next ? toMatch(next) : null)
          }}
        />
        {chosen && <p className="quiet small">{chosen.reason}</p>}
      </div>
      <MultiSelect
        aria-label={`What answers to this question served for: ${text}`}
        placeholder={match?.usedFor.length ? '' : 'Served for nothing else'}
        disabled={!match}
        w={220}
        value={[...(match?.usedFor ?? [])]}
        data={uses}
        onChange={(usedFor) => match && onChange({ ...match, usedFor: usedFor as ItemUse[] })}
      />
      {match && chosen && (
        <details className={classes.recodes} open={chosen.unmatched.length > 0}>
          <summary>
            {formatCount(Object.keys(match.recodes).length, 'answer')} of people
            {chosen.unmatched.length > 0 &&
              `; ${chosen.unmatched.length} fit none of the question’s and are left out`}
          </summary>
          <div className={classes.recodes}>
            {Object.entries(match.recodes).map(([from, to]) => (
              <div key={from} className={classes.recode}>
                <span>{from}</span>
                <span aria-hidden>→</span>
                <Select
                  size="xs"
                  aria-label={`What “${from}” counts as`}
                  allowDeselect={false}
                  value={to ?? LEFT_OUT}
                  data={[...question.values, { value: LEFT_OUT, label: 'left out' }]}
                  onChange={(value) =>
                    onChange({
                      ...match,
                      recodes: { ...match.recodes, [from]: value === LEFT_OUT ? null : value },
                    })
                  }
                />
              </div>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
