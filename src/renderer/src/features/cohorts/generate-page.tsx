import { Button, NumberInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CohortGenerationAccepted } from '../../../../shared/contract/cohort-generation.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Page } from '../../components/page.tsx'
import { request } from '../../lib/api.ts'
import { formatCount } from '../../lib/format.ts'
import { generationPreviewQuery, generationsQuery } from './cohorts.queries.ts'
import { Distributions } from './distributions.tsx'
import classes from './generate-page.module.css'
import { emptyGeneration, toGeneration } from './generation-draft.ts'
import { GenerationJobs } from './generation-jobs.tsx'
import { GenerationPreview } from './generation-preview.tsx'

const crumbs = [{ label: 'Cohorts', to: '/cohorts' }]

/** New people by exact quotas, and a cohort of them. */
export function GeneratePage() {
  const client = useQueryClient()
  const [draft, setDraft] = useState(emptyGeneration)
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const [settled] = useDebouncedValue(toGeneration(draft, draft.name.trim() || 'Preview'), 250)
  const preview = useQuery(generationPreviewQuery(settled))
  const starting = useMutation({
    mutationFn: () =>
      request('POST', '/cohorts/generate', {
        answer: CohortGenerationAccepted,
        body: toGeneration(draft),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: generationsQuery().queryKey }),
  })
  return (
    <Page title="Generate people" crumbs={crumbs}>
      <div className={classes.columns}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            starting.mutate()
          }}
        >
          <p className="quiet">
            People are drawn to fit exact quotas, with a life and a memory each. The same form with
            the same seed gives the same people.
          </p>
          <div className={classes.row}>
            <TextInput
              label="Name of the cohort"
              placeholder="Nurses in Lyon and Lille"
              required
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <NumberInput
              label="How many"
              min={1}
              max={10_000}
              value={draft.count}
              onChange={(count) => typeof count === 'number' && change({ count })}
            />
          </div>
          <div className={classes.row}>
            <TextInput
              label="Age"
              placeholder="18–85, or 25–45"
              value={draft.age}
              onChange={(event) => change({ age: event.currentTarget.value })}
            />
            <TextInput
              label="Location"
              placeholder="Any place"
              value={draft.location}
              onChange={(event) => change({ location: event.currentTarget.value })}
            />
            <TextInput
              label="Occupation"
              placeholder="What fits"
              value={draft.baseOccupation}
              onChange={(event) => change({ baseOccupation: event.currentTarget.value })}
            />
          </div>
          <Distributions draft={draft} onChange={setDraft} />
          <NumberInput
            label="Random seed"
            w={160}
            min={0}
            max={2_147_483_647}
            value={draft.randomSeed}
            onChange={(randomSeed) => typeof randomSeed === 'number' && change({ randomSeed })}
          />
          {starting.error && <ErrorPanel error={starting.error} />}
          <div className={classes.actions}>
            <Button
              type="submit"
              disabled={draft.name.trim() === '' || preview.isError}
              loading={starting.isPending}
            >
              Generate {formatCount(draft.count, 'person', 'people')}
            </Button>
            {draft.name.trim() === '' && <span className="quiet">Give it a name.</span>}
          </div>
          <GenerationJobs />
        </form>
        <GenerationPreview query={preview} />
      </div>
    </Page>
  )
}
