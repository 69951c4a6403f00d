import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { cohortsQuery } from '../cohorts/cohorts.queries.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import classes from './calibration.module.css'
import { useCalibrate } from './calibration.queries.ts'
import { findVariables } from './find-variables.ts'

const OFFLINE = 'offline'
const FEWEST = 3
const MOST = 12

/** Whom to ask, with which model, and what the variables say meanwhile. */
export function CalibrationForm({ skill }: { skill: Skill }) {
  const { data: workspace } = useQuery(workspaceQuery())
  const { data: cohorts = [] } = useQuery(cohortsQuery())
  const calibrating = useCalibrate(skill.id)
  const [personas, setPersonas] = useState<number | string>(6)
  const [cohortId, setCohortId] = useState<string | null>(null)
  const models = workspace?.models ?? []
  const [chosen, setModel] = useState<string>()
  const model = chosen ?? models.find(({ rehearsal }) => !rehearsal)?.name ?? OFFLINE
  const [variables, setVariables] = useState<Record<string, string>>({})
  const names = findVariables(skill)
  const isReady = typeof personas === 'number' && names.every((name) => variables[name]?.trim())
  return (
    <form
      className={classes.form}
      aria-label="Calibrate"
      onSubmit={(event) => {
        event.preventDefault()
        calibrating.mutate({
          skillVersionId: skill.versionId,
          personas: Number(personas),
          model,
          variables,
          ...(cohortId && { cohortId }),
        })
      }}
    >
      <NumberInput
        label="People"
        w={96}
        min={FEWEST}
        max={MOST}
        clampBehavior="strict"
        allowDecimal={false}
        value={personas}
        onChange={setPersonas}
      />
      <Select
        label="Out of"
        placeholder="Everybody"
        w={220}
        clearable
        data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
        value={cohortId}
        onChange={setCohortId}
      />
      <Select
        label="Model"
        w={200}
        allowDeselect={false}
        data={models.map(({ name }) => name)}
        value={model}
        onChange={(name) => name && setModel(name)}
      />
      {names.map((name) => (
        <TextInput
          key={name}
          label={`{{${name}}}`}
          w={160}
          maxLength={4000}
          value={variables[name] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setVariables((before) => ({ ...before, [name]: value }))
          }
        />
      ))}
      <Button
        type="submit"
        leftSection={<IconPlayerPlay size={16} />}
        disabled={!isReady}
        loading={calibrating.isPending}
      >
        Calibrate
      </Button>
    </form>
  )
}
