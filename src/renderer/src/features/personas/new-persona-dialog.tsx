import { Button, Modal, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Controller, useForm, type FieldPath } from 'react-hook-form'
import { zodResolver } from '@hookform/resolvers/zod'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { AttributesField } from './attributes-field.tsx'
import classes from './import-dialog.module.css'
import { emptySeed, SeedForm, toCreateRequest } from './seed-form.ts'
import { createPersona } from './personas.commands.ts'
import { personasKey } from './personas.queries.ts'

type Props = { opened: boolean; onClose: () => void }

export function NewPersonaDialog({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="New persona" size="lg">
      <SeedFormFields onClose={onClose} />
    </Modal>
  )
}

const texts: { name: FieldPath<SeedForm>; label: string; required?: boolean; hint?: string }[] = [
  { name: 'firstName', label: 'First name', required: true },
  { name: 'lastName', label: 'Last name', required: true },
  { name: 'location', label: 'Location', required: true },
  { name: 'baseOccupation', label: 'Occupation', required: true },
  { name: 'gender', label: 'Gender' },
  { name: 'education', label: 'Education' },
  { name: 'income', label: 'Income' },
  { name: 'household', label: 'Household' },
  { name: 'language', label: 'Language', hint: 'en, de, pt-BR' },
]

function SeedFormFields({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm<SeedForm>({ resolver: zodResolver(SeedForm), defaultValues: emptySeed })
  const creating = useMutation({
    mutationFn: (values: SeedForm) => createPersona(toCreateRequest(values)),
    onSuccess: async (persona) => {
      await client.invalidateQueries({ queryKey: personasKey })
      void client.invalidateQueries({ queryKey: workspaceKey })
      onClose()
      await navigate({ to: '/personas/$personaId', params: { personaId: persona.id } })
    },
  })
  const { errors } = form.formState
  return (
    <form
      className={classes.form}
      onSubmit={form.handleSubmit((values) => creating.mutate(values))}
      noValidate
    >
      <p className="quiet">
        These facts are the seed. Traits, values, voice and a dated biography are drawn from it; the
        same seed and number give the same person.
      </p>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {texts.map(({ name, label, required = false, hint }) => (
          <TextInput
            key={name}
            label={label}
            required={required}
            placeholder={hint ?? ''}
            error={errors[name as keyof SeedForm]?.message}
            data-autofocus={name === 'firstName' || undefined}
            {...form.register(name)}
          />
        ))}
        <NumberField form={form} name="age" label="Age" max={120} required />
        <NumberField form={form} name="randomSeed" label="Random number" max={2 ** 31 - 1} />
      </SimpleGrid>
      <Controller
        control={form.control}
        name="attributes"
        render={({ field }) => <AttributesField value={field.value} onChange={field.onChange} />}
      />
      {creating.error && <ErrorPanel error={creating.error} />}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={creating.isPending}>
          Create persona
        </Button>
      </div>
    </form>
  )
}

type NumberFieldProps = {
  form: ReturnType<typeof useForm<SeedForm>>
  name: 'age' | 'randomSeed'
  label: string
  max: number
  required?: boolean
}

function NumberField({ form, name, label, max, required = false }: NumberFieldProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput
          label={label}
          required={required}
          min={0}
          max={max}
          allowDecimal={false}
          error={fieldState.error?.message}
          {...field}
        />
      )}
    />
  )
}
