import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CohortAnswer, type Cohort } from '../../../../shared/contract/cohorts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { request } from '../../lib/api.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import classes from './cohort-designer.module.css'
import { CohortPreviewPanel } from './cohort-preview.tsx'
import { attributeKeysQuery, cohortsKey } from './cohorts.queries.ts'
import { CriteriaEditor } from './criteria-editor.tsx'
import { countIncomplete, emptyGroup, toGroup, toTree } from './criteria-group.ts'

type Props = {
  /** Undefined: a new one. */
  cohort?: Cohort
  onSaved: (cohort: Cohort) => void
}

/** Left the criteria, right what they amount to, live. */
export function CohortDesigner({ cohort, onSaved }: Props) {
  const client = useQueryClient()
  const { data: attributeKeys = [] } = useQuery(attributeKeysQuery())
  const [name, setName] = useState(cohort?.name ?? '')
  const [group, setGroup] = useState(cohort ? toGroup(cohort.criteria) : emptyGroup)
  const criteria = toTree(group)
  const saving = useMutation({
    mutationFn: () => saveCohort(cohort?.id, { name: name.trim(), criteria }),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: cohortsKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
      onSaved(saved)
    },
  })
  const missing = describeMissing(name, countIncomplete(group))
  const isUnchanged =
    cohort !== undefined &&
    name.trim() === cohort.name &&
    JSON.stringify(criteria) === JSON.stringify(toTree(toGroup(cohort.criteria)))
  return (
    <div className={classes.designer}>
      <div className={classes.editor}>
        <TextInput
          label="Name"
          placeholder="Nurses in Lyon"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <CriteriaEditor group={group} onChange={setGroup} attributeKeys={attributeKeys} />
        {saving.error && <ErrorPanel error={saving.error} />}
        <div className={classes.actions}>
          <Button
            disabled={missing !== null || isUnchanged}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {cohort ? 'Save a new revision' : 'Save the cohort'}
          </Button>
          <span className="quiet">{missing}</span>
        </div>
        {cohort && (
          <p className="quiet">
            Revision {cohort.revision}. Populations keep the members they were frozen with.
          </p>
        )}
      </div>
      <CohortPreviewPanel criteria={criteria} />
    </div>
  )
}

function describeMissing(name: string, incomplete: number): string | null {
  if (name.trim() === '') return 'Give it a name.'
  return incomplete > 0 ? 'Finish or remove the half-typed criteria.' : null
}

async function saveCohort(id: string | undefined, body: unknown): Promise<Cohort> {
  const { cohort } = await (id === undefined
    ? request('POST', '/cohorts', { answer: CohortAnswer, body })
    : request('PATCH', `/cohorts/${id}`, { answer: CohortAnswer, body }))
  return cohort
}
