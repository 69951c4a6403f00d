import type { Money, Run } from '../../../../shared/contract/runs.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import classes from './run-page.module.css'

/** Tokens and money so far, against what the run may take. */
export function RunSpending({ run }: { run: Run }) {
  const { spending, tokensOut, tokensIn } = run
  const out = tokensOut + spending.lostOut
  const { money, budgetMoney } = spending
  return (
    <section aria-label="Spending" className={classes.spending}>
      <Meter
        label="Tokens out"
        spent={out}
        held={spending.heldOut}
        cap={spending.budgetTokens}
        format={(value) => formatNumber(value)}
      />
      <Meter
        label="Tokens in"
        spent={tokensIn + spending.lostIn}
        held={spending.heldIn}
        cap={null}
        format={(value) => formatNumber(value)}
      />
      {money ? (
        <Meter
          label="Money"
          spent={money.amount}
          held={0}
          cap={budgetMoney?.amount ?? null}
          format={(amount) => formatMoney({ ...money, amount })}
        />
      ) : (
        <div>
          <p className="quiet small">Money</p>
          <p className="quiet">{run.rehearsal ? 'Costs nothing' : 'The model has no price set'}</p>
        </div>
      )}
      {spending.lostOut + spending.lostIn > 0 && (
        <p className={`${classes.wide} quiet small`}>
          {formatCount(spending.lostIn + spending.lostOut, 'token')} of calls whose end is unknown
          (a restart, a broken connection) count as spent.
        </p>
      )}
    </section>
  )
}

type MeterProps = {
  label: string
  spent: number
  held: number
  cap: number | null
  format: (value: number) => string
}

function Meter({ label, spent, held, cap, format }: MeterProps) {
  const share = (value: number) => `${Math.min(100, (value / (cap ?? 1)) * 100)}%`
  return (
    <div>
      <p className="quiet small">{label}</p>
      <p className="number">
        <strong>{format(spent)}</strong>
        {cap !== null && <span className="quiet"> of {format(cap)}</span>}
      </p>
      {cap !== null && (
        <div
          className={classes.meter}
          role="meter"
          aria-label={`${label} against the budget`}
          aria-valuemin={0}
          aria-valuemax={cap}
          aria-valuenow={Math.min(cap, spent)}
          aria-valuetext={`${format(spent)} of ${format(cap)}`}
        >
          <span data-part="succeeded" style={{ width: share(spent) }} />
          <span data-part="running" style={{ width: share(held) }} />
        </div>
      )}
      {held > 0 && <p className="quiet small">{format(held)} set aside for calls under way</p>}
    </div>
  )
}

/** Small amounts keep the figures that tell them apart. */
function formatMoney({ amount, currency }: Money): string {
  const decimals = amount === 0 || amount >= 1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(amount)))
  return `${formatNumber(amount, decimals)} ${currency}`
}
