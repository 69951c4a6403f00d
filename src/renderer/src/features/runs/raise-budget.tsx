import { Button, NumberInput } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import type { Run } from '../../../../shared/contract/runs.ts'
import { formatCount } from '../../lib/format.ts'
import { useRunAction } from './use-run-action.ts'
import classes from './run-page.module.css'

/** The run stopped before a call would have gone beyond its cap: go on under a new one. */
export function RaiseBudget({ run }: { run: Run }) {
  const acting = useRunAction(run.id)
  const { budgetTokens, budgetMoney, money } = run.spending
  const [tokens, setTokens] = useState<number | string>(budgetTokens ? budgetTokens * 2 : '')
  const [amount, setAmount] = useState<number | string>(budgetMoney ? budgetMoney.amount * 2 : '')
  const left = run.tasks.queued
  const caps = {
    ...(budgetTokens !== null && Number(tokens) > budgetTokens && { budgetTokens: Number(tokens) }),
    ...(budgetMoney && Number(amount) > budgetMoney.amount && { budgetMoney: Number(amount) }),
  }
  return (
    <section aria-label="Budget reached" className={classes.state} data-kind="paused">
      <IconPlayerStop size={18} />
      <div>
        <strong>Budget reached</strong>
        <p>{run.reason ?? 'The next call could have gone beyond the cap'}.</p>
        <p>{formatCount(left, 'task')} not asked yet; what is answered stays.</p>
        <form
          className={classes.caps}
          onSubmit={(event) => {
            event.preventDefault()
            acting.mutate({ action: 'resume', body: caps })
          }}
        >
          {budgetTokens !== null && (
            <NumberInput
              label="New cap, output tokens"
              w={200}
              min={budgetTokens}
              allowDecimal={false}
              value={tokens}
              onChange={setTokens}
            />
          )}
          {budgetMoney && (
            <NumberInput
              label={`New cap, ${money?.currency ?? budgetMoney.currency}`}
              w={200}
              min={budgetMoney.amount}
              decimalScale={6}
              value={amount}
              onChange={setAmount}
            />
          )}
          <Button
            type="submit"
            disabled={Object.keys(caps).length === 0}
            loading={acting.isPending}
          >
            Raise the budget and go on
          </Button>
        </form>
      </div>
    </section>
  )
}
