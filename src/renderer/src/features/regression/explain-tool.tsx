import { Button, MultiSelect, SegmentedControl, Select } from '@mantine/core'
import { IconChartDots2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Evidence } from '../../../../shared/contract/evidence.ts'
import type { ModelKind } from '../../../../shared/contract/regression.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { fieldValuesQuery } from '../cohorts/cohorts.queries.ts'
import { fieldChoices } from '../cohorts/criterion-fields.ts'
import classes from './models-page.module.css'
import { regressionQuery } from './models.queries.ts'
import type { ModelsSearch } from './models.search.ts'
import { RegressionResult } from './regression-result.tsx'
import {
  outcomeChoices,
  predictorChoices,
  suggestedModels,
  toOutcome,
  type Choices,
} from './variables.ts'

export type ToolProps = {
  runId: string
  evidence: Evidence
  search: ModelsSearch
  /** Changes what the address keeps; what is left out stays. */
  choose: (next: Partial<ModelsSearch>) => void
}

/** Pick what to explain and by what; the model is fitted as soon as both are there. */
export function ExplainTool({ runId, evidence, search, choose }: ToolProps) {
  const query = useQuery(regressionQuery(runId, search))
  const { outcome, by = [] } = search
  const isChosen = outcome !== undefined && by.length > 0
  return (
    <div className={classes.tool}>
      <Chooser {...{ evidence, search, choose }} />
      {!isChosen && (
        <EmptyState
          icon={<IconChartDots2 size={28} />}
          title="What goes with an answer?"
          actions={<Suggestions {...{ evidence, search, choose }} />}
        >
          A model tells how much an answer differs with one thing while the others stay the same.
          Choose what to explain, and by what.
        </EmptyState>
      )}
      {isChosen && query.error && <ErrorPanel error={query.error} />}
      {isChosen && !query.error && !query.data && <SkeletonRows rows={3} height={120} />}
      {isChosen && !query.error && query.data && (
        <RegressionResult
          regression={query.data}
          isFetching={query.isPlaceholderData}
          search={search}
          choose={choose}
        />
      )}
    </div>
  )
}

type ChooserProps = Omit<ToolProps, 'runId'>

function Suggestions({ evidence, search, choose }: ChooserProps) {
  // Half chosen, the rest is not to be chosen otherwise.
  if (search.outcome !== undefined || (search.by ?? []).length > 0) return null
  return suggestedModels(evidence).map(({ label, outcome, by }) => (
    <Button key={outcome} size="xs" variant="default" onClick={() => choose({ outcome, by })}>
      {label}
    </Button>
  ))
}

function Chooser({ evidence, search, choose }: ChooserProps) {
  const { outcome, by = [] } = search
  const { data: known } = useQuery(fieldValuesQuery())
  const fields = usableFields(known?.attributeKeys ?? [])
  const question = evidence.questions.find(
    ({ questionId }) => outcome !== undefined && questionId === toOutcome(outcome).questionId,
  )
  return (
    <section className={`${classes.choices} card`} aria-label="Choose">
      <Select
        label="Explain"
        placeholder="An answer"
        searchable
        data={outcomeChoices(evidence)}
        value={outcome ?? null}
        onChange={(value) =>
          choose({
            outcome: value ?? undefined,
            model: undefined,
            // Not by itself.
            by: by.filter((key) => value === null || !isOf(key, toOutcome(value).questionId)),
          })
        }
      />
      <MultiSelect
        label="By"
        placeholder={by.length === 0 ? 'Who people are, what else they said' : ''}
        searchable
        clearable
        maxValues={20}
        data={predictorChoices(evidence, fields, outcome)}
        value={by}
        onChange={(values) => choose({ by: values })}
      />
      {question?.type === 'likert' && (
        <div>
          <p className="eyebrow" id="model-kind">
            Read the scale as
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby="model-kind"
            data={[
              { value: 'linear', label: 'Points' },
              { value: 'ordinal', label: 'Ordered answers' },
            ]}
            value={search.model ?? 'linear'}
            onChange={(value) => choose({ model: value as ModelKind })}
          />
        </div>
      )}
    </section>
  )
}

/** Without names, which tell people apart, and what a key has to be typed for. */
function usableFields(attributeKeys: readonly string[]): Choices {
  return fieldChoices(attributeKeys).map(({ group, items }) => ({
    group,
    items: items.filter(({ value }) => !value.endsWith('.') && !value.endsWith('Name')),
  }))
}

function isOf(key: string, questionId: string): boolean {
  return key === `question:${questionId}` || key.startsWith(`question:${questionId}/`)
}
