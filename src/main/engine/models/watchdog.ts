/** Aborts when nothing happened for a while, or when the caller's own signal does. */
export type Watchdog = {
  /** To be handed to the request. */
  readonly signal: AbortSignal
  /** Whether it was the silence that ended it. */
  readonly barked: () => boolean
  /** Silence is not the endpoint's for now: stop counting. */
  readonly rest: () => void
  /** Something happened: start counting again. */
  readonly feed: () => void
  /** Ends the request, if it is still going, and the counting. */
  readonly stop: () => void
}

// One for all: making one, with its stack, costs as much as reading an answer.
const ended = new DOMException('The request is over', 'AbortError')

export function createWatchdog(silenceMs: number, outer?: AbortSignal): Watchdog {
  const controller = new AbortController()
  let barked = false
  const bark = () => {
    barked = true
    controller.abort()
  }
  let timer = setTimeout(bark, silenceMs)
  return {
    signal: outer ? AbortSignal.any([controller.signal, outer]) : controller.signal,
    barked: () => barked,
    rest: () => clearTimeout(timer),
    feed() {
      clearTimeout(timer)
      timer = setTimeout(bark, silenceMs)
    },
    stop() {
      clearTimeout(timer)
      controller.abort(ended)
    },
  }
}
