import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CohortAnswer, type Cohort } from '../../../../shared/contract/cohorts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { StepButtons } from '../../components/step-buttons.tsx'
import { request } from '../../lib/api.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import classes from './cohort-designer.module.css'
import { toDefinition, type CohortEdit } from './cohort-draft.ts'
import { CohortPreviewPanel } from './cohort-preview.tsx'
import { cohortPreviewQuery, cohortsKey, fieldValuesQuery } from './cohorts.queries.ts'
import { CriteriaEditor } from './criteria-editor.tsx'
import { countIncomplete, isTyping } from './criteria-group.ts'
import { nothingKnown } from './field-values.ts'
import { HandPicked } from './hand-picked.tsx'
import { useCohortEdit, type CohortEditing } from './use-cohort-edit.ts'

type Props = {
  /** Undefined: a new one. */
  cohort?: Cohort
  onSaved: (cohort: Cohort) => void
}

/** Left the criteria under the sentence they amount to, right who that is, live. */
export function CohortDesigner({ cohort, onSaved }: Props) {
  const editing = useCohortEdit(cohort)
  const { edit, change, undo, redo } = editing
  const { data: known = nothingKnown } = useQuery(fieldValuesQuery())
  const definition = toDefinition(edit)
  useHotkeys(
    [
      ['mod+Z', () => undo?.()],
      ['mod+Shift+Z', () => redo?.()],
    ],
    [],
  )
  return (
    <div className={classes.designer}>
      <div className={classes.editor}>
        <TextInput
          label="Name"
          placeholder="Nurses in Lyon"
          maw={420}
          value={edit.name}
          onChange={(event) => change({ ...edit, name: event.currentTarget.value }, 'name')}
        />
        <Sentence definition={definition} />
        <CriteriaEditor
          group={edit.group}
          known={known}
          onChange={(group) =>
            change({ ...edit, group }, isTyping(edit.group, group) ? 'criteria' : undefined)
          }
        />
        <HandPicked edit={edit} onChange={(next) => change(next)} />
        <SaveBar cohort={cohort} editing={editing} onSaved={onSaved} />
      </div>
      <CohortPreviewPanel definition={definition} cohortId={cohort?.id} />
    </div>
  )
}

/** What the criteria amount to, as people would say it. */
function Sentence({ definition }: { definition: ReturnType<typeof toDefinition> }) {
  const [settled] = useDebouncedValue(definition, 80)
  const { data } = useQuery(cohortPreviewQuery(settled))
  return (
    <p className={classes.sentence} aria-live="polite">
      {data?.sentence ?? ' '}
    </p>
  )
}

type SaveBarProps = {
  cohort: Cohort | undefined
  editing: CohortEditing
  onSaved: (cohort: Cohort) => void
}

function SaveBar({ cohort, editing, onSaved }: SaveBarProps) {
  const { edit, isChanged, isOutdated, undo, redo, discard } = editing
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: () => saveCohort(cohort?.id, edit),
    onSuccess: (saved) => {
      client.setQueryData([...cohortsKey, 'one', saved.id], { cohort: saved })
      void client.invalidateQueries({ queryKey: cohortsKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
      discard()
      onSaved(saved)
    },
  })
  const missing = describeMissing(edit)
  return (
    <div className={classes.save}>
      {saving.error && <ErrorPanel error={saving.error} />}
      <div className={classes.actions}>
        <Button
          disabled={missing !== null || (cohort !== undefined && !isChanged)}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {cohort ? `Save as revision ${cohort.revision + 1}` : 'Save the cohort'}
        </Button>
        <StepButtons undo={undo} redo={redo} />
        {isChanged && (
          <Button variant="subtle" color="gray" px={8} onClick={discard}>
            Discard
          </Button>
        )}
        <span className="quiet">{missing}</span>
      </div>
      <p className="quiet small">
        {isChanged
          ? 'Edits are kept on this machine until you save them.'
          : cohort
            ? `Revision ${cohort.revision}. Populations keep the members they were frozen with.`
            : 'Nothing is stored before you save it.'}{' '}
        {isOutdated && 'A newer revision was saved since these edits began.'}
      </p>
    </div>
  )
}

function describeMissing({ name, group }: CohortEdit): string | null {
  if (name.trim() === '') return 'Give it a name.'
  return countIncomplete(group) > 0 ? 'Finish or remove the half-typed criteria.' : null
}

async function saveCohort(id: string | undefined, edit: CohortEdit): Promise<Cohort> {
  const body = { name: edit.name.trim(), ...toDefinition(edit) }
  const { cohort } = await (id === undefined
    ? request('POST', '/cohorts', { answer: CohortAnswer, body })
    : request('PATCH', `/cohorts/${id}`, { answer: CohortAnswer, body }))
  return cohort
}
