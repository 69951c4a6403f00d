import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ErrorBoundary } from '../components/error-boundary.tsx'
import { createQueryClient } from '../lib/query-client.ts'
import { onKeyLost } from '../lib/session.ts'
import { cssVariablesResolver, theme } from '../styles/theme.ts'
import { NoKeyPage } from './no-key-page.tsx'
import { router } from './router.tsx'

const queryClient = createQueryClient()

export function App({ startsWithKey }: { startsWithKey: boolean }) {
  const [hasKey, setHasKey] = useState(startsWithKey)
  useEffect(() => onKeyLost(() => setHasKey(false)), [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" />
        <ErrorBoundary>{hasKey ? <RouterProvider router={router} /> : <NoKeyPage />}</ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  )
}
