import { useSyncExternalStore } from 'react'

const tickMs = 30_000
let now = new Date()

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(() => {
    now = new Date()
    onTick()
  }, tickMs)
  return () => clearInterval(timer)
}

/** The time, moving in steps of half a minute. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now)
}
