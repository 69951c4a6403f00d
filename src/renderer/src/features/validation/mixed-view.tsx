import { Button, Checkbox, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MixedEstimates, MixedItem } from '../../../../shared/contract/mixed-estimates.ts'
import type { StoredValidation } from '../../../../shared/contract/validation.ts'
import type { MatchProposals } from '../../../../shared/contract/validation-matches.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { RehearsalLabel } from '../../components/label.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { mixedEstimates, surveysQuery, twinsQuery } from './validation.queries.ts'
import classes from './validation.module.css'

/** People's answers, made sharper by those of personas that were built from them; or why not. */
export function MixedView({ report }: { report: StoredValidation }) {
  const { runId, surveyId, matches } = report
  const surveys = useQuery(surveysQuery())
  const isKept = surveys.data?.some(({ id }) => id === surveyId)
  const proposals = useQuery({
    ...twinsQuery(runId, surveyId ?? ''),
    enabled: matches !== null && isKept === true,
  })
  return (
    <Section title="Mixed estimates">
      <p>
        Where a persona was built from each of some people who were asked, their answers and those
        of many more personas make one estimate (PPI++). It stays about people, and is sharper as
        far as a persona’s answer tells its person’s.
      </p>
      {surveyId === null || matches === null ? (
        <p className="quiet">Not offered: compare with a survey that was kept here first.</p>
      ) : isKept === false ? (
        <p className="quiet">Not offered: the survey of this report is in the trash.</p>
      ) : (
        <QueryView query={proposals}>
          {(found) => <Offer report={report} found={found} />}
        </QueryView>
      )}
    </Section>
  )
}

type OfferProps = {
  report: StoredValidation
  found: Pick<MatchProposals, 'namesPeople' | 'twinFields'>
}

function Offer({ report, found: { namesPeople, twinFields } }: OfferProps) {
  const [field, setField] = useState(twinFields[0]?.field ?? null)
  const [sameTarget, setSameTarget] = useState(false)
  const estimating = useMutation({
    mutationFn: () =>
      mixedEstimates(report.runId, {
        surveyId: report.surveyId!,
        matches: report.matches!,
        twinField: field!,
        sameTarget,
        level: 0.95,
      }),
  })
  if (!namesPeople)
    return (
      <p className="quiet">
        Not offered: no column of the survey names its people, so none can be paired with a persona.
        Bring it with a column of ids.
      </p>
    )
  if (twinFields.length === 0)
    return (
      <p className="quiet">
        Not offered: no persona of this run says whom it was built from. Give each such persona an
        attribute with the person’s id in the survey, and run the study with them and others.
      </p>
    )
  return (
    <>
      <div className={classes.fields}>
        <Select
          label="Names a persona’s person"
          allowDeselect={false}
          value={field}
          data={twinFields.map(({ field: value, personas }) => ({
            value,
            label: `${value.replace(/^attributes\./, '')} (${formatCount(personas, 'persona')})`,
          }))}
          onChange={setField}
        />
      </div>
      <Checkbox
        label="All other personas of the run stand for the same people as the survey"
        description="Only you can tell: the estimate holds if they do"
        checked={sameTarget}
        onChange={({ currentTarget }) => setSameTarget(currentTarget.checked)}
      />
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={estimating.isPending}
          onClick={() => estimating.mutate()}
        >
          Estimate
        </Button>
      </div>
      {estimating.error && <ErrorPanel error={estimating.error} />}
      {estimating.data && <Estimates found={estimating.data} />}
    </>
  )
}

function Estimates({ found }: { found: MixedEstimates }) {
  const refused = found.items.filter(({ result }) => result === null)
  const reasons = Map.groupBy(refused, ({ sentence }) => sentence)
  return (
    <>
      {found.rehearsal && (
        <div>
          <RehearsalLabel long />
        </div>
      )}
      {[...reasons].map(([reason, items]) => (
        <p key={reason} className="quiet">
          {reason} (
          {items.length === found.items.length
            ? 'all items'
            : items.map(({ text }) => `“${text}”`).join(', ')}
          )
        </p>
      ))}
      {found.items
        .filter(({ result }) => result !== null)
        .map((item) => (
          <Mixed key={item.questionId} item={item} level={found.level} />
        ))}
      {refused.length < found.items.length && <p className="quiet small">{found.method}</p>}
    </>
  )
}

function Mixed({ item, level }: { item: MixedItem; level: number }) {
  const { pairs = 0, personas = 0, quantities = [] } = item.result ?? {}
  const head = [
    `People alone, n ${formatNumber(pairs)}`,
    'Mixed',
    `Personas alone, n ${formatNumber(personas)}`,
  ]
  return (
    <details>
      <summary>
        “{item.text}”: {item.sentence}
      </summary>
      {item.warnings.map((warning) => (
        <p key={warning} className={classes.problem}>
          {warning}
        </p>
      ))}
      <div className={classes.scroll}>
        <table className={classes.numbers}>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quantities.map(({ measure, isShare, mixed, people, personas: alone }) => (
              <tr key={measure}>
                <th scope="row">{measure === 'mean' ? 'Mean' : measure}</th>
                <td>{ends(people, isShare)}</td>
                <td>{ends(mixed, isShare)}</td>
                <td>{write(alone, isShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">Intervals are {formatNumber(100 * level)} %.</p>
    </details>
  )
}

type Ends = { estimate: number; lower: number; upper: number }

function ends({ estimate, lower, upper }: Ends, isShare: boolean): string {
  return `${write(estimate, isShare)} (${write(lower, isShare)} to ${write(upper, isShare)})`
}

function write(value: number, isShare: boolean): string {
  return isShare ? `${formatNumber(100 * value, 1)} %` : formatNumber(value, 2)
}
