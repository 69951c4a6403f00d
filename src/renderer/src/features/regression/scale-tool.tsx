import { MultiSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { SegmentSelect } from '../evidence/segment-select.tsx'
import type { ToolProps } from './explain-tool.tsx'
import classes from './models-page.module.css'
import { scaleQuery } from './models.queries.ts'
import { ScaleResult } from './scale-result.tsx'
import { itemChoices } from './variables.ts'

const NAME_SETTLES_MS = 400

/** Pick the questions that measure one thing; the scale is there as soon as there are two. */
export function ScaleTool({ runId, evidence, search, choose }: ToolProps) {
  const query = useQuery(scaleQuery(runId, search))
  const { items = [], reversed = [], name = '' } = search
  const rename = useDebouncedCallback(
    (next: string) => choose({ name: next.trim() || undefined }),
    NAME_SETTLES_MS,
  )
  const data = itemChoices(evidence)
  const isChosen = items.length > 1
  return (
    <div className={classes.tool}>
      <section className={`${classes.choices} card`} aria-label="Choose">
        <TextInput
          label="Name"
          placeholder="Scale"
          maxLength={100}
          defaultValue={name}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <MultiSelect
          label="Items"
          placeholder={items.length === 0 ? 'Two questions or more' : ''}
          searchable
          clearable
          maxValues={40}
          data={data}
          nothingFoundMessage="No question with a scale of numbers"
          value={items}
          onChange={(values) =>
            choose({ items: values, reversed: reversed.filter((key) => values.includes(key)) })
          }
        />
        <SegmentSelect value={search.segmentBy} onChange={(segmentBy) => choose({ segmentBy })} />
      </section>
      {!isChosen && (
        <EmptyState icon={<IconStack2 size={28} />} title="Do several questions measure one thing?">
          A scale averages the answers to several questions, and tells how well they hang together.
          Choose two or more with a scale of points or a number.
        </EmptyState>
      )}
      {isChosen && query.error && <ErrorPanel error={query.error} />}
      {isChosen && !query.error && !query.data && <SkeletonRows rows={3} height={120} />}
      {isChosen && !query.error && query.data && (
        <ScaleResult
          scale={query.data}
          isFetching={query.isPlaceholderData}
          onReverse={(at) => choose({ reversed: toggled(reversed, items[at]!) })}
        />
      )}
    </div>
  )
}

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]
}
