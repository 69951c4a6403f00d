import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { IconChartPie4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Cohort } from '../../../../shared/contract/cohorts.ts'
import type { Population } from '../../../../shared/contract/populations.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { cohortsQuery } from '../cohorts/cohorts.queries.ts'
import { LiveBalance } from './live-balance.tsx'
import { MarginsEditor } from './margins-editor.tsx'
import classes from './population-designer.module.css'
import { toDraftBody } from './population-draft.ts'
import { populationPreviewQuery } from './populations.queries.ts'
import { SaveBar } from './save-bar.tsx'
import { SharesEditor } from './shares-editor.tsx'
import type { Editing } from './use-population-edit.ts'

type Props = {
  /** Undefined: a new one. */
  population: Population | undefined
  editing: Editing
  onCreated: ((population: Population) => void) | undefined
  onShowGaps: () => void
}

/** Left what is asked for, right what the weights cost; nothing is stored before it is frozen. */
export function PopulationDesigner(props: Props) {
  const cohorts = useQuery(cohortsQuery())
  return (
    <QueryView query={cohorts}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState
            icon={<IconChartPie4 size={28} stroke={1.5} />}
            title="It takes a cohort first"
            actions={
              <Button renderRoot={(button) => <Link to="/cohorts/new" {...button} />}>
                New cohort
              </Button>
            }
          >
            A population weighs cohorts to the shares they have in the world. Make a first cohort,
            such as everybody, then come back.
          </EmptyState>
        ) : (
          <Designer {...props} cohorts={all} />
        )
      }
    </QueryView>
  )
}

function Designer({
  population,
  editing,
  onCreated,
  onShowGaps,
  cohorts,
}: Props & { cohorts: Cohort[] }) {
  const { edit, change, undo, redo } = editing
  const [settled] = useDebouncedValue(edit, 150)
  const preview = useQuery(populationPreviewQuery(toDraftBody(settled)))
  // In fields too: a field's own undo would not know of the draft.
  useHotkeys(
    [
      ['mod+Z', () => undo?.()],
      ['mod+shift+Z', () => redo?.()],
      ['mod+Y', () => redo?.()],
    ],
    [],
  )
  const data = edit.cohorts.length > 0 ? preview.data : undefined
  return (
    <div className={classes.designer}>
      <div className={classes.editor}>
        <TextInput
          label="Name"
          placeholder="Adults of the country"
          maw={420}
          value={edit.name}
          onChange={(event) => change({ ...edit, name: event.currentTarget.value }, 'name')}
        />
        <SharesEditor edit={edit} change={change} cohorts={cohorts} preview={data} />
        <MarginsEditor edit={edit} change={change} preview={data} />
      </div>
      <aside className={classes.aside} aria-label="Balance">
        {preview.error && <ErrorPanel error={preview.error} />}
        <LiveBalance edit={edit} change={change} preview={data} onShowGaps={onShowGaps} />
        <SaveBar
          population={population}
          editing={editing}
          problems={data?.problems.length ?? 0}
          onCreated={onCreated}
        />
      </aside>
    </div>
  )
}
