import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** Trying again helps only where nobody answered, or somebody was busy. */
function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false
  return failures < 2 && (error.status === 0 || error.status === 429 || error.status === 503)
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: shouldRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}
