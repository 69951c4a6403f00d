import '../styles/layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '../styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openSession } from '../lib/session.ts'
import { App } from './app.tsx'

/** The key is found before the router reads the address, so that no token reaches its history. */
export async function start(): Promise<void> {
  const hasKey = await openSession()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <App startsWithKey={hasKey} />
    </StrictMode>,
  )
}
