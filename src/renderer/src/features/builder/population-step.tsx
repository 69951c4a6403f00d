import { Button, Checkbox, NumberInput, Textarea } from '@mantine/core'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { cohortColour } from '../../styles/tokens.ts'
import { cohortPreviewQuery, cohortsKey } from '../cohorts/cohorts.queries.ts'
import { byCriteria } from '../cohorts/cohort-draft.ts'
import { BalanceView } from '../populations/balance-view.tsx'
import { populationsKey, readMargins } from '../populations/populations.queries.ts'
import { ensurePopulation } from './builder.commands.ts'
import { useBuilderStore } from './builder.store.ts'
import { findMissing } from './missing.ts'
import { ShareBar } from './share-bar.tsx'
import classes from './step.module.css'
import { useAsked } from './use-asked.ts'

export function PopulationStep() {
  return (
    <div className={classes.step}>
      <div>
        <h2>Target shares</h2>
        <p className="quiet">
          A population is the panel a study runs on: your cohorts, weighted to the shares they have
          in the world you want to speak about.
        </p>
      </div>
      <Shares />
      <Margins />
      <Balance />
    </div>
  )
}

function Shares() {
  const { draft, change, changeCohort } = useBuilderStore()
  const { cohorts } = draft
  const previews = useQueries({
    queries: cohorts.map(({ criteria }) => cohortPreviewQuery(byCriteria(criteria))),
  })
  const sizes = previews.map(({ data }) => data?.size ?? 0)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const isSet = cohorts.every(({ targetPercent }) => targetPercent !== null)
  const setAll = (percents: readonly (number | null)[]) =>
    change({
      cohorts: cohorts.map((cohort, index) => ({
        ...cohort,
        targetPercent: percents[index] ?? null,
      })),
    })
  return (
    <>
      {isSet && cohorts.length > 1 && (
        <div className={classes.bar}>
          <ShareBar
            shares={cohorts.map(({ targetPercent }) => targetPercent ?? 0)}
            names={cohorts.map(({ name }, index) => name || `Cohort ${index + 1}`)}
            onChange={setAll}
          />
        </div>
      )}
      <table className={classes.shares}>
        <thead>
          <tr>
            <th>Cohort</th>
            <th>Personas</th>
            <th>Share now</th>
            <th>Target, %</th>
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort, index) => (
            <tr key={cohort.key}>
              <td>
                <i
                  className={classes.swatch}
                  style={{ '--cohort': cohortColour(index) } as React.CSSProperties}
                />
                {cohort.name || `Cohort ${index + 1}`}
              </td>
              <td className="number">{formatNumber(sizes[index] ?? 0)}</td>
              <td className="number">
                {total > 0 ? formatShare((sizes[index] ?? 0) / total) : '–'}
              </td>
              <td>
                <NumberInput
                  aria-label={`Target share of ${cohort.name || `cohort ${index + 1}`}`}
                  w={110}
                  min={0}
                  max={100}
                  decimalScale={1}
                  placeholder="as it is"
                  value={cohort.targetPercent ?? ''}
                  onChange={(value) =>
                    changeCohort(cohort.key, {
                      targetPercent: typeof value === 'number' ? value : null,
                    })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => setAll(evenShares(cohorts.length))}>
          Even shares
        </Button>
        <Button variant="default" onClick={() => setAll(cohorts.map(() => null))}>
          As large as they are
        </Button>
      </div>
    </>
  )
}

/** Percents with one decimal that sum to exactly 100. */
function evenShares(count: number): number[] {
  const each = Math.floor(1000 / count) / 10
  const shares = Array.from({ length: count }, () => each)
  shares[0] = Math.round((100 - each * (count - 1)) * 10) / 10
  return shares
}

function Margins() {
  const { draft, change } = useBuilderStore()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (table: string) => {
    try {
      change({ margins: (await readMargins(table)).margins })
      setProblem(null)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <section aria-label="Margins" className={classes.fields}>
      <div>
        <h2>Margins (optional)</h2>
        <p className="quiet">
          Known shares of variables, such as age bands from a census. Weights are raked until the
          panel fits them all.
        </p>
      </div>
      {draft.margins.length > 0 ? (
        <>
          <ul className={classes.list}>
            {draft.margins.map(({ fields, targets }) => (
              <li key={fields.join()}>
                {fields.join(' × ')}:{' '}
                <span className="quiet">
                  {targets
                    .map(({ category, share }) => `${category} ${formatShare(share)}`)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
          <div className={classes.actions}>
            <Checkbox
              label="Trim weights to between a fifth and five times the mean"
              checked={draft.trim}
              onChange={(event) => change({ trim: event.currentTarget.checked })}
            />
            <Button size="xs" variant="subtle" color="gray" onClick={() => change({ margins: [] })}>
              Remove the margins
            </Button>
          </div>
        </>
      ) : (
        <details>
          <summary>Paste or load a table</summary>
          <div className={classes.fields}>
            <Textarea
              label="Margins as CSV"
              description="Columns variable, category, and share or count; paste from a spreadsheet or type."
              placeholder={'variable,category,share\nage,18–34,0.3\nage,35–54,0.4\nage,55+,0.3'}
              autosize
              minRows={4}
              value={text}
              error={problem}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <div className={classes.actions}>
              <Button
                variant="default"
                disabled={text.trim() === ''}
                onClick={() => void take(text)}
              >
                Use these margins
              </Button>
            </div>
            <FileDrop
              label="Margins file"
              accept=".csv"
              onFile={(file) => void file.text().then(take)}
            />
          </div>
        </details>
      )}
    </section>
  )
}

function Balance() {
  const { draft } = useBuilderStore()
  const client = useQueryClient()
  const missing = findMissing(draft, useAsked().asked)
  const blockers = [...missing.people, ...missing.population]
  const balancing = useMutation({
    mutationFn: ensurePopulation,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: populationsKey })
      void client.invalidateQueries({ queryKey: cohortsKey })
    },
  })
  const population = balancing.data
  const names = new Map(
    population?.cohorts.map(({ cohortId }, index) => [
      cohortId as string,
      draft.cohorts[index]?.name ?? '',
    ]),
  )
  return (
    <section aria-label="Balance" className={classes.step}>
      <div>
        <h2>Balance</h2>
        <p className="quiet">
          Saves the cohorts and the population, and shows what the weights do to them.
        </p>
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          disabled={blockers.length > 0}
          loading={balancing.isPending}
          onClick={() => balancing.mutate()}
        >
          {population ? 'Balance again' : 'Balance the population'}
        </Button>
        {blockers.length > 0 && <span className="quiet">{blockers[0]}</span>}
      </div>
      {balancing.error && <ErrorPanel error={balancing.error} />}
      {population && <BalanceView population={population} cohortNames={names} />}
    </section>
  )
}
