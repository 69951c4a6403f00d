import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { PopulationAnswer, type Population } from '../../../../shared/contract/populations.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { StepButtons } from '../../components/step-buttons.tsx'
import { request } from '../../lib/api.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import classes from './population-designer.module.css'
import { toDraftBody, type PopulationEdit } from './population-draft.ts'
import { populationsKey } from './populations.queries.ts'
import type { Editing } from './use-population-edit.ts'

type Props = {
  population: Population | undefined
  editing: Editing
  problems: number
  onCreated: ((population: Population) => void) | undefined
}

/** Freezes the edits as a version; until then they are kept, and can be undone. */
export function SaveBar({ population, editing, problems, onCreated }: Props) {
  const { edit, isChanged, isOutdated, undo, redo, discard } = editing
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: () => freeze(population?.id, edit),
    onSuccess: (saved) => {
      client.setQueryData([...populationsKey, 'one', saved.id], { population: saved })
      void client.invalidateQueries({ queryKey: populationsKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
      discard()
      if (saved.versionId === population?.versionId)
        notifications.show({
          title: `Version ${saved.version} stands`,
          message: 'Neither its definition nor its members have changed.',
        })
      onCreated?.(saved)
    },
  })
  const missing = describeMissing(edit, problems)
  return (
    <div className={classes.part}>
      {saving.error && <ErrorPanel error={saving.error} />}
      <div className={classes.row}>
        <Button
          disabled={missing !== null}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {labelOf(population, isChanged)}
        </Button>
        <StepButtons undo={undo} redo={redo} />
        {isChanged && (
          <Button variant="subtle" color="gray" px={8} onClick={discard}>
            Discard
          </Button>
        )}
      </div>
      <p className="quiet small">
        {missing ??
          (isChanged
            ? 'Edits are kept on this machine until you freeze them.'
            : 'No edits since this version.')}{' '}
        {isOutdated && 'A newer version was frozen since these edits began. '}
      </p>
    </div>
  )
}

/** Without edits it is the members that may have changed. */
function labelOf(population: Population | undefined, isChanged: boolean): string {
  if (!population) return 'Freeze version 1'
  return isChanged ? `Freeze as version ${population.version + 1}` : 'Freeze today’s members'
}

function describeMissing({ name, cohorts }: PopulationEdit, problems: number): string | null {
  if (cohorts.length === 0) return 'Add a cohort.'
  if (name.trim() === '') return 'Give it a name.'
  return problems > 0 ? 'Solve what keeps the weights from being found.' : null
}

async function freeze(id: string | undefined, edit: PopulationEdit): Promise<Population> {
  const body = { name: edit.name.trim(), ...toDraftBody(edit) }
  const { population } = await (id === undefined
    ? request('POST', '/populations', { answer: PopulationAnswer, body })
    : request('PATCH', `/populations/${id}`, {
        answer: PopulationAnswer,
        body: { ...body, trim: edit.trim },
      }))
  return population
}
