import { NumberInput, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { RehearsalLabel } from '../../components/label.tsx'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { ArmsSwitch } from './arms-switch.tsx'
import { useBuilderStore } from './builder.store.ts'
import { PlantedEffects } from './planted-effects.tsx'
import classes from './step.module.css'
import { useOutlook } from './use-outlook.ts'

export function RunStep() {
  const { draft, change } = useBuilderStore()
  const { data: workspace } = useQuery(workspaceQuery())
  const models = workspace?.models ?? []
  const isRehearsal = models.find(({ name }) => name === draft.model)?.rehearsal ?? true
  const setNumber =
    (key: 'replicates' | 'randomSeed' | 'temperature' | 'maxConcurrency') =>
    (value: string | number) => {
      if (typeof value === 'number') change({ [key]: value })
    }
  return (
    <section aria-label="Run" className={classes.step}>
      <h2>How it runs</h2>
      <div className={classes.triple}>
        <Select
          label="Model"
          data={models.map(({ name }) => name)}
          value={draft.model}
          allowDeselect={false}
          onChange={(model) => model && change({ model }, '')}
        />
        <NumberInput
          label="Replicates"
          description="Answers per persona and condition; two measure how steady they are"
          inputWrapperOrder={['label', 'input', 'description']}
          min={1}
          max={20}
          allowDecimal={false}
          value={draft.replicates}
          onChange={setNumber('replicates')}
        />
        <NumberInput
          label="Random seed"
          description="The same seed repeats the run"
          inputWrapperOrder={['label', 'input', 'description']}
          min={0}
          allowDecimal={false}
          value={draft.randomSeed}
          onChange={setNumber('randomSeed')}
        />
        <NumberInput
          label="Temperature"
          min={0}
          max={2}
          step={0.1}
          decimalScale={2}
          value={draft.temperature}
          onChange={setNumber('temperature')}
        />
        <NumberInput
          label="At the same time"
          description="Fewer when the endpoint asks for it"
          inputWrapperOrder={['label', 'input', 'description']}
          min={1}
          max={128}
          allowDecimal={false}
          value={draft.maxConcurrency}
          onChange={setNumber('maxConcurrency')}
        />
      </div>
      <Budget />
      <Memories />
      <Beside />
      {isRehearsal && (
        <>
          <div>
            <RehearsalLabel long />
          </div>
          <PlantedEffects />
        </>
      )}
    </section>
  )
}

function Budget() {
  const { draft, change } = useBuilderStore()
  const { data } = useOutlook()
  const currency = data?.estimate?.money?.currency
  const set = (key: 'budgetTokens' | 'budgetMoney') => (value: string | number) =>
    change({ [key]: Number(value) > 0 ? Number(value) : null }, key)
  return (
    <section aria-label="Budget" className={classes.step}>
      <div>
        <h3>Budget</h3>
        <p className="quiet">
          A hard cap: the run stops before a call would go beyond it, and can go on under a new one.
        </p>
      </div>
      <div className={classes.triple}>
        <NumberInput
          label="Output tokens"
          placeholder="No cap"
          min={1}
          allowDecimal={false}
          value={draft.budgetTokens ?? ''}
          onChange={set('budgetTokens')}
        />
        {(currency || draft.budgetMoney !== null) && (
          <NumberInput
            label={`Money${currency ? `, ${currency}` : ''}`}
            placeholder="No cap"
            min={0}
            decimalScale={6}
            value={draft.budgetMoney ?? ''}
            onChange={set('budgetMoney')}
          />
        )}
      </div>
    </section>
  )
}

function Beside() {
  const { draft, change } = useBuilderStore()
  const { data } = useOutlook()
  return (
    <ArmsSwitch
      value={draft.arms}
      estimate={data?.estimate}
      onChange={(arms) => change({ arms })}
    />
  )
}

function Memories() {
  const { draft, change } = useBuilderStore()
  return (
    <div className={classes.checks}>
      <Switch
        label="Personas recall their memories"
        description="Off: they answer from their profile alone."
        checked={draft.recall}
        onChange={(event) => change({ recall: event.currentTarget.checked })}
      />
      <Switch
        label="Personas remember having been asked"
        description="Written once the run is over. They come to the next study with it, as people would."
        checked={draft.remember}
        onChange={(event) => change({ remember: event.currentTarget.checked })}
      />
    </div>
  )
}
