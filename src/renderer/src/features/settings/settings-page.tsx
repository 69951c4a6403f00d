import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import classes from '../../components/detail.module.css'
import { Label } from '../../components/label.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatNumber } from '../../lib/format.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { MemoryForm } from './memory-form.tsx'
import { SafetyForm } from './safety-form.tsx'
import { memorySettingsQuery, safetyQuery } from './settings.queries.ts'

export function SettingsPage() {
  const memory = useQuery(memorySettingsQuery())
  const safety = useQuery(safetyQuery())
  return (
    <Page title="Settings">
      <div className={classes.detail}>
        <Appearance />
        <section aria-label="Memory">
          <h2>Memory</h2>
          <p className="quiet">
            How personas forget, what interviews leave behind, and what is checked.
          </p>
          <QueryView query={memory}>
            {(settings) => <MemoryForm key={JSON.stringify(settings)} settings={settings} />}
          </QueryView>
        </section>
        <section aria-label="Safety policy">
          <h2>Safety policy</h2>
          <p className="quiet">
            Checked before a prompt is sent and before an answer is kept, in interviews, studies and
            over REST.
          </p>
          <QueryView query={safety}>
            {(policy) => <SafetyForm key={policy.updatedAt} policy={policy} />}
          </QueryView>
        </section>
        <Workspace />
      </div>
    </Page>
  )
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <section aria-label="Appearance">
      <h2>Appearance</h2>
      <SegmentedControl
        aria-label="Theme"
        mt={8}
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
        data={[
          { value: 'auto', label: 'Like the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
    </section>
  )
}

function Workspace() {
  const query = useQuery(workspaceQuery())
  return (
    <section aria-label="Workspace">
      <h2>Workspace</h2>
      <QueryView query={query}>
        {({ name, models, vectorIndex }) => (
          <dl className={classes.facts}>
            <dt>Name</dt>
            <dd>{name}</dd>
            <dt>Models</dt>
            <dd>
              {models.map((model) => (
                <span key={model.name}>
                  {model.name} {model.rehearsal && <Label tone="warn">Rehearsal</Label>}{' '}
                </span>
              ))}
            </dd>
            <dt>Memory index</dt>
            <dd>
              {vectorIndex.kind === 'lancedb' ? 'LanceDB' : 'exact search'}
              {vectorIndex.pending > 0 && `, ${formatNumber(vectorIndex.pending)} waiting`}
              {vectorIndex.notice && <p className="quiet">{vectorIndex.notice}</p>}
            </dd>
          </dl>
        )}
      </QueryView>
    </section>
  )
}
