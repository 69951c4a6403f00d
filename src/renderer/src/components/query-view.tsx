import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorPanel } from './error-panel.tsx'
import { SkeletonRows } from './loading.tsx'

type Props<Value> = {
  query: UseQueryResult<Value>
  skeleton?: ReactNode
  children: (value: Value) => ReactNode
}

/** Data, or its skeleton, or what went wrong; stale data stays under an error. */
export function QueryView<Value>({ query, skeleton, children }: Props<Value>) {
  const { data, error, refetch } = query
  if (data === undefined)
    return error ? (
      <ErrorPanel error={error} onRetry={() => void refetch()} />
    ) : (
      (skeleton ?? <SkeletonRows />)
    )
  return (
    <>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {children(data)}
    </>
  )
}
