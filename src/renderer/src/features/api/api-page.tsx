import { useQuery } from '@tanstack/react-query'
import { Code } from '@mantine/core'
import classes from '../../components/detail.module.css'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { isDesktop } from '../../lib/session.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import { KeysSection } from './keys-section.tsx'
import { UsageSection } from './usage-section.tsx'

export function ApiPage() {
  const workspace = useQuery(workspaceQuery())
  return (
    <Page title="API">
      <div className={classes.detail}>
        <QueryView query={workspace}>{({ url }) => <Address url={url} />}</QueryView>
        <KeysSection />
        <UsageSection />
      </div>
    </Page>
  )
}

function Address({ url }: { url: string | null }) {
  return (
    <section aria-label="Address">
      <h2>Address</h2>
      <p className="quiet">
        Everything this interface does, scripts can do over REST, with a key of their own.
      </p>
      {url ? (
        <p>
          <Code>{url}</Code> ·{' '}
          <a href={isDesktop() ? `${url}/docs` : '/docs'} target="_blank" rel="noreferrer">
            Documentation
          </a>{' '}
          ·{' '}
          <a
            href={isDesktop() ? `${url}/openapi.json` : '/openapi.json'}
            target="_blank"
            rel="noreferrer"
          >
            OpenAPI document
          </a>
        </p>
      ) : (
        <p>
          No server runs. Start one with <Code>npx workbench serve</Code>.
        </p>
      )}
    </section>
  )
}
