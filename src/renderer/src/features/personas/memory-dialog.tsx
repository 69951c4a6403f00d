import {
  Button,
  Modal,
  NativeSelect,
  SimpleGrid,
  Slider,
  TagsInput,
  TextInput,
} from '@mantine/core'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Controller, useForm, type Control } from 'react-hook-form'
import {
  MemoryType,
  type NewTimelineEntry,
  type TimelineEntry,
} from '../../../../shared/contract/timeline.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LimitedTextarea } from '../../components/limited-textarea.tsx'
import { vividnessOf } from '../../lib/vividness.ts'
import { memoryGlyphs } from '../../styles/tokens.ts'
import { memoryKey } from '../memory/memory.queries.ts'
import { showWarnings } from '../memory/show-warnings.ts'
import classes from './import-dialog.module.css'
import { MemoryForm, toMemoryForm, toNewEntry } from './memory-form.ts'
import { personasKey } from './personas.queries.ts'
import { appendMemory, supersedeMemory, type Written } from './timeline.commands.ts'
import { timelineKey } from '../timeline/timeline.queries.ts'

/** A new memory, or a correction of the one it replaces; a check may suggest how it should read. */
export type MemoryDraft = {
  replaces: TimelineEntry | null
  suggestion?: { reason: string; entry: NewTimelineEntry }
}

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
      {draft && <Fields personaId={personaId} draft={draft} onSaved={onSaved} onClose={onClose} />}
    </Modal>
  )
}

type FieldsProps = Omit<Props, 'draft'> & { draft: MemoryDraft }

function Fields({ personaId, draft, onSaved, onClose }: FieldsProps) {
  const { replaces, suggestion } = draft
  const client = useQueryClient()
  const { control, register, handleSubmit, formState } = useForm<MemoryForm>({
    resolver: zodResolver(MemoryForm),
    defaultValues: toMemoryForm(replaces, suggestion),
    mode: 'onChange',
  })
  const saving = useMutation({
    mutationFn: (form: MemoryForm): Promise<Written> =>
      replaces
        ? supersedeMemory(personaId, {
            entryId: replaces.id,
            reason: form.reason,
            entry: toNewEntry(form),
          })
        : appendMemory(personaId, toNewEntry(form)),
    onSuccess: async ({ entry, warnings }) => {
      await client.invalidateQueries({ queryKey: timelineKey(personaId) })
      void client.invalidateQueries({ queryKey: memoryKey(personaId) })
      showWarnings(warnings)
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
      <ProseField control={control} name="facts" label="Facts" />
      <SimpleGrid cols={2}>
        <ProseField control={control} name="feelings" label="Feelings" />
        <ProseField control={control} name="interpretation" label="Interpretation" />
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

type ProseProps = {
  control: Control<MemoryForm>
  name: 'facts' | 'feelings' | 'interpretation'
  label: string
}

function ProseField({ control, name, label }: ProseProps) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
        <LimitedTextarea
          label={label}
          required
          limit={5000}
          value={value}
          error={error?.message}
          onChange={onChange}
          onBlur={onBlur}
        />
      )}
    />
  )
}
