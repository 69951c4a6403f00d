import {
  Button,
  Modal,
  NativeSelect,
  SimpleGrid,
  Slider,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { MemoryType, type TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { vividnessOf } from '../../lib/vividness.ts'
import { memoryGlyphs } from '../../styles/tokens.ts'
import classes from './import-dialog.module.css'
import { MemoryForm, toMemoryForm, toNewEntry } from './memory-form.ts'
import { personasKey } from './personas.queries.ts'
import { appendMemory, supersedeMemory } from './timeline.commands.ts'
import { timelineKey } from '../timeline/timeline.queries.ts'

/** A new memory, or a correction of the one it replaces. */
export type MemoryDraft = { replaces: TimelineEntry | null }

type Props = {
  personaId: string
  draft: MemoryDraft | null
  onSaved: (entry: TimelineEntry) => void
  onClose: () => void
}

export function MemoryDialog({ personaId, draft, onSaved, onClose }: Props) {
  return (
    <Modal
      opened={draft !== null}
      onClose={onClose}
      title={draft?.replaces ? 'Correct a memory' : 'Add a memory'}
      size="lg"
    >
      {draft && (
        <Fields
          personaId={personaId}
          replaces={draft.replaces}
          onSaved={onSaved}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

type FieldsProps = Omit<Props, 'draft'> & { replaces: TimelineEntry | null }

function Fields({ personaId, replaces, onSaved, onClose }: FieldsProps) {
  const client = useQueryClient()
  const { control, register, handleSubmit, formState } = useForm<MemoryForm>({
    resolver: zodResolver(MemoryForm),
    defaultValues: toMemoryForm(replaces),
  })
  const saving = useMutation({
    mutationFn: (form: MemoryForm): Promise<TimelineEntry | undefined> =>
      replaces
        ? supersedeMemory(personaId, {
            entryId: replaces.id,
            reason: form.reason,
            entry: toNewEntry(form),
          })
        : appendMemory(personaId, toNewEntry(form)),
    onSuccess: async (entry) => {
      await client.invalidateQueries({ queryKey: timelineKey(personaId) })
      if (entry) onSaved(entry)
      void client.invalidateQueries({ queryKey: [...personasKey, 'one', personaId] })
      onClose()
    },
  })
  const { errors } = formState
  return (
    <form
      className={classes.form}
      onSubmit={handleSubmit((form) => saving.mutate(form))}
      noValidate
    >
      {replaces && (
        <p className="quiet">
          “{replaces.eventLabel}” leaves recall and stays in the history, with your reason.
        </p>
      )}
      {replaces && (
        <TextInput
          label="Reason"
          required
          placeholder="What was wrong?"
          data-autofocus
          error={errors.reason?.message}
          {...register('reason')}
        />
      )}
      <SimpleGrid cols={2}>
        <TextInput
          label="What happened"
          required
          data-autofocus={!replaces || undefined}
          error={errors.eventLabel?.message}
          {...register('eventLabel')}
        />
        <TextInput
          label="When"
          type="date"
          required
          error={errors.eventAt?.message}
          {...register('eventAt')}
        />
      </SimpleGrid>
      <Textarea
        label="Facts"
        required
        autosize
        minRows={2}
        error={errors.facts?.message}
        {...register('facts')}
      />
      <SimpleGrid cols={2}>
        <Textarea
          label="Feelings"
          required
          autosize
          minRows={2}
          error={errors.feelings?.message}
          {...register('feelings')}
        />
        <Textarea
          label="Interpretation"
          required
          autosize
          minRows={2}
          error={errors.interpretation?.message}
          {...register('interpretation')}
        />
      </SimpleGrid>
      <SimpleGrid cols={2}>
        <NativeSelect
          label="Type"
          data={MemoryType.options.map((type) => ({
            value: type,
            label: `${memoryGlyphs[type]} ${type}`,
          }))}
          {...register('memoryType')}
        />
        <Controller
          control={control}
          name="memoryStrength"
          render={({ field: { value, onChange } }) => (
            <div>
              <label>
                Strength{' '}
                <span className="quiet">
                  {value}, {vividnessOf(value)}
                </span>
              </label>
              <Slider
                thumbLabel="Strength"
                value={value}
                onChange={onChange}
                label={null}
                mt={8}
                marks={[{ value: 40 }, { value: 75 }]}
              />
            </div>
          )}
        />
      </SimpleGrid>
      <Controller
        control={control}
        name="emotionTags"
        render={({ field: { value, onChange } }) => (
          <TagsInput label="Emotions" placeholder="relief" value={value} onChange={onChange} />
        )}
      />
      {saving.error && <ErrorPanel error={saving.error} />}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {replaces ? 'Save the correction' : 'Add memory'}
        </Button>
      </div>
    </form>
  )
}
