import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { TaskTurn } from '../../../../shared/contract/runs.ts'
import { Label } from '../../components/label.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './task-drawer.module.css'

/** What it takes to get the same answer again, and what this one took. */
export function TurnProvenance({ turn, temperature }: { turn: TaskTurn; temperature: number }) {
  const { modelName, seed, tokensIn, tokensOut, cost, cacheKey, fromCache } = turn
  const facts = [
    ['Model', modelName],
    ['Seed', seed === null ? 'not kept' : String(seed)],
    ['Temperature', formatNumber(temperature, Number.isInteger(temperature) ? 0 : 2)],
    ['Tokens', `${formatNumber(tokensIn)} in, ${formatNumber(tokensOut)} out`],
    ...(cost === null ? [] : [['Cost', `${formatNumber(cost.amount, 6)} ${cost.currency}`]]),
  ]
  return (
    <div className={classes.provenance}>
      <dl aria-label="Provenance">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
        <div>
          <dt>Cache</dt>
          <dd>
            {cacheKey === null ? (
              'asked anew: no earlier call was looked for'
            ) : (
              <CacheKey value={cacheKey} />
            )}
          </dd>
        </div>
      </dl>
      {fromCache && (
        <Label tone="accent">replayed: an equal earlier call answered, at no cost</Label>
      )}
    </div>
  )
}

function CacheKey({ value }: { value: string }) {
  return (
    <span className={classes.key}>
      <span className="mono" title={value}>
        {value.slice(0, 16)}…
      </span>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon size="xs" aria-label="Copy the cache key" onClick={copy}>
            {copied ? <IconCheck size={12} /> : <IconCopy size={12} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  )
}
