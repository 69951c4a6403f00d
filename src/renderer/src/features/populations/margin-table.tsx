import { ActionIcon, Button, NumberInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { BalanceProblem, Margin, MarginFit } from '../../../../shared/contract/populations.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './population-designer.module.css'

type Category = MarginFit['categories'][number]
type Props = {
  margin: Margin
  /** Undefined until it is computed. */
  fit: MarginFit | undefined
  /** False while no weights exist: then only what is there is drawn. */
  isWeighted: boolean
  problems: readonly BalanceProblem[]
  onChange: (margin: Margin) => void
  onRemove: () => void
}

/** Beyond this gap, in points, a weighted share would mislead. */
const MISLEADING = 0.5

/** One margin: what is there, what the weights make of it, and the target, to be edited in place. */
export function MarginTable({ margin, fit, isWeighted, problems, onChange, onRemove }: Props) {
  const name = margin.fields.map((field) => field.replace(/^attributes\./, '')).join(' × ')
  const sum = margin.targets.reduce((total, { share }) => total + share, 0)
  const byCategory = new Map(fit?.categories.map((one) => [one.category, one]))
  const longest = Math.max(
    0.01,
    ...margin.targets.map(({ share }) => share),
    ...(fit?.categories.flatMap(({ before, after }) => [before, after]) ?? []),
  )
  const setShare = (index: number, share: number) =>
    onChange({
      ...margin,
      targets: margin.targets.map((one, i) => (i === index ? { ...one, share } : one)),
    })
  const scale = () =>
    onChange({
      ...margin,
      targets: margin.targets.map((one) => ({ ...one, share: one.share / sum })),
    })
  const badRows = new Set(problems.map(({ path }) => Number(/targets\.(\d+)$/.exec(path)?.[1])))
  return (
    <div className={classes.part}>
      <table className={`${classes.table} ${classes.margin}`} aria-label={`Margin ${name}`}>
        <thead>
          <tr>
            <th scope="col">
              <b>{name}</b>
            </th>
            <th scope="col">n</th>
            <th scope="col" aria-label="Drawn" />
            <th scope="col">Unweighted</th>
            <th scope="col">Weighted</th>
            <th scope="col">Target, %</th>
            <th scope="col">
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Remove the margin ${name}`}
                onClick={onRemove}
              >
                <IconX size={14} />
              </ActionIcon>
            </th>
          </tr>
        </thead>
        <tbody>
          {margin.targets.map(({ category, share }, index) => (
            <CategoryRow
              key={category}
              category={category}
              found={byCategory.get(category)}
              target={share}
              longest={longest}
              isWeighted={isWeighted}
              isBad={badRows.has(index)}
              onChange={(next) => setShare(index, next)}
            />
          ))}
        </tbody>
      </table>
      <div className={classes.row}>
        {Math.abs(sum - 1) > 0.0005 && (
          <>
            <span className={Math.abs(sum - 1) > 0.005 ? classes.problem : 'quiet'}>
              The targets sum to {formatNumber(sum * 100, 1)} %.
            </span>
            <Button size="xs" variant="default" disabled={sum === 0} onClick={scale}>
              Scale to 100
            </Button>
          </>
        )}
        {isWeighted && fit && (fit.maxGapPoints ?? 0) > MISLEADING && (
          <span className={classes.problem}>
            The bounds leave {name} {formatNumber(fit.maxGapPoints ?? 0, 1)} points off its target.
          </span>
        )}
      </div>
      {problems.map(({ path, message }) => (
        <p key={path + message} className={classes.problem}>
          {message}.
        </p>
      ))}
    </div>
  )
}

type RowProps = MarksProps & {
  category: string
  isBad: boolean
  onChange: (share: number) => void
}

function CategoryRow({ category, isBad, onChange, ...marks }: RowProps) {
  const { found, target, isWeighted } = marks
  return (
    <tr data-bad={isBad || undefined}>
      <th scope="row">{category}</th>
      <td className="number">{found ? formatNumber(found.n) : '–'}</td>
      <td className={classes.drawn} aria-hidden>
        <Marks {...marks} />
      </td>
      <td className="number">{found ? percent(found.before) : '–'}</td>
      <td className="number">{found && isWeighted ? percent(found.after) : '–'}</td>
      <td>
        <NumberInput
          aria-label={`Target share of ${category}`}
          size="xs"
          w={92}
          ml="auto"
          min={0}
          max={100}
          decimalScale={2}
          hideControls
          value={Number((target * 100).toFixed(2))}
          onChange={(value) =>
            typeof value === 'number' &&
            Math.abs(value - target * 100) > 0.005 &&
            onChange(value / 100)
          }
        />
      </td>
      <td />
    </tr>
  )
}

type MarksProps = {
  found: Category | undefined
  target: number
  longest: number
  isWeighted: boolean
}

function Marks({ found, target, longest, isWeighted }: MarksProps) {
  const place = (share: number) => `${(share / longest) * 96}%`
  const actual = found && (isWeighted ? found.after : found.before)
  const isOff = actual !== undefined && Math.abs(actual - target) * 100 > MISLEADING
  return (
    <>
      {found && isWeighted && <i data-mark="bar" style={{ width: place(found.after) }} />}
      {found && <i data-mark="before" style={{ left: place(found.before) }} />}
      {isOff && (
        <i
          data-mark="gap"
          style={{
            left: place(Math.min(actual, target)),
            width: place(Math.abs(actual - target)),
          }}
        />
      )}
      <i data-mark="target" style={{ left: place(target) }} />
    </>
  )
}

const percent = (share: number) => `${formatNumber(share * 100, 1)}\u2009%`
