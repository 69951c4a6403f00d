import { MultiSelect, Select } from '@mantine/core'
import type { ItemUse } from '../../../../shared/contract/human-surveys.ts'
import type {
  MatchProposals,
  ProposedMatch,
} from '../../../../shared/contract/validation-matches.ts'
import { formatCount } from '../../lib/format.ts'
import { itemUses } from './item-uses.ts'
import { toMatch, type Match } from './matches.ts'
import classes from './validation.module.css'

/** Stands for "left out": an empty value would read as nothing chosen. */
const LEFT_OUT = '\u0000'

type Props = {
  question: ProposedMatch
  match: Match | undefined
  /** All that the survey asked. */
  items: MatchProposals['items']
  onChange: (match: Match) => void
  /** An item that was not proposed. */
  onChoose: (itemId: string) => void
}

/** One question, the item it is compared with, and what each answer of people becomes. */
export function MatchRow({ question, match, items, onChange, onChoose }: Props) {
  const { text, candidates } = question
  const chosen = candidates.find(({ itemId }) => itemId === match?.itemId)
  return (
    <div className={classes.match}>
      <p className={classes.question}>{text}</p>
      <div>
        <Select
          aria-label={`Item that asked: ${text}`}
          placeholder={
            candidates.length === 0 ? 'Nothing in the survey comes near: choose' : 'Not compared'
          }
          clearable
          searchable
          limit={100}
          value={match?.itemId ?? null}
          data={itemChoices(candidates, items)}
          onChange={(itemId) => {
            const next = candidates.find((one) => one.itemId === itemId)
            if (itemId !== null && !next) onChoose(itemId)
            else onChange(next ? toMatch(next) : null)
          }}
        />
        {chosen && <p className="quiet small">{chosen.reason}</p>}
      </div>
      <div>
        <MultiSelect
          aria-label={`What answers to this question served for: ${text}`}
          placeholder={match?.usedFor.length ? '' : 'Served for nothing else'}
          disabled={!match}
          value={[...(match?.usedFor ?? [])]}
          data={itemUses}
          onChange={(usedFor) => match && onChange({ ...match, usedFor: usedFor as ItemUse[] })}
        />
        {match !== undefined && match !== null && match.usedFor.length > 0 && (
          <p className="quiet small">Shown, never tested: it proves nothing.</p>
        )}
      </div>
      {match && chosen && (
        <Recodes
          question={question}
          unmatched={chosen.unmatched}
          recodes={match.recodes}
          onChange={(recodes) => onChange({ ...match, recodes })}
        />
      )}
    </div>
  )
}

/** What was proposed, then everything else of the survey. */
function itemChoices(candidates: ProposedMatch['candidates'], items: MatchProposals['items']) {
  const near = new Set(candidates.map(({ itemId }) => itemId))
  const choice = ({ itemId, text }: { itemId: string; text: string }) => ({
    value: itemId,
    label: text,
  })
  const others = items.filter(({ itemId }) => !near.has(itemId)).map(choice)
  return [
    ...(near.size > 0 ? [{ group: 'Near', items: candidates.map(choice) }] : []),
    ...(others.length > 0 ? [{ group: 'All others', items: others }] : []),
  ]
}

type RecodesProps = {
  question: ProposedMatch
  unmatched: readonly string[]
  recodes: NonNullable<Match>['recodes']
  onChange: (recodes: NonNullable<Match>['recodes']) => void
}

/** What each answer of people counts as; nothing is left out unseen. */
function Recodes({ question, unmatched, recodes, onChange }: RecodesProps) {
  const open = unmatched.filter((from) => recodes.get(from) === null).length
  return (
    <details className={classes.recoding} open={unmatched.length > 0}>
      <summary>
        {formatCount(recodes.size, 'answer')} of people
        {open > 0 && (
          <span className={classes.open}>
            {open} {open === 1 ? 'fits' : 'fit'} none of the question’s:{' '}
            {[...recodes.values()].every((to) => to === null)
              ? 'say what they count as, or the question is not compared'
              : 'say what it counts as, or it is left out'}
          </span>
        )}
      </summary>
      <div className={classes.recodes}>
        {Array.from(recodes, ([from, to]) => (
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
                onChange(new Map(recodes).set(from, value === LEFT_OUT ? null : value))
              }
            />
          </div>
        ))}
      </div>
    </details>
  )
}
