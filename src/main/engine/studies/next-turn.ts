/** Goes on per turn of the event loop: a few milliseconds' worth of prompts. */
const PER_TURN = 6

let waiting: (() => void)[] = []
let isScheduled = false

/**
 * Resolves in a later turn of the event loop, for a few callers per turn and in the order they came:
 * a hundred tasks that begin at once would otherwise keep everything else waiting until all have.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    schedule()
  })
}

function schedule(): void {
  if (isScheduled) return
  isScheduled = true
  setImmediate(() => {
    isScheduled = false
    const through = waiting.slice(0, PER_TURN)
    waiting = waiting.slice(PER_TURN)
    for (const go of through) go()
    if (waiting.length > 0) schedule()
  })
}
