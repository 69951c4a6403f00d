import { anchorOf } from './question-anchor.ts'

/** How long charts that are drawn on the way may move what was gone to, in ms. */
const SETTLING = 3000

/** What tells that somebody moves the page themselves. */
const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** Shows a question and names it in the address, so that it can be passed on. */
export function goToQuestion(questionId: string): void {
  const anchor = anchorOf(questionId)
  history.replaceState(history.state, '', `#${anchor}`)
  const section = document.getElementById(anchor)
  if (!section) return
  // The next Tab goes on from there.
  section.tabIndex = -1
  section.focus({ preventScroll: true })
  holdInSight(section)
}

/** Shows the question that the address names, if it names one. */
export function arriveAtQuestion(): void {
  const anchor = location.hash.slice(1)
  const section = anchor.startsWith(anchorOf('')) ? document.getElementById(anchor) : null
  if (section) holdInSight(section)
}

/** Scrolls to a part again whenever others before it grow, until somebody scrolls elsewhere. */
function holdInSight(section: HTMLElement): void {
  section.scrollIntoView()
  const grown = new ResizeObserver(() => section.scrollIntoView())
  for (const part of section.parentElement?.children ?? []) grown.observe(part)
  const left = new AbortController()
  const leave = () => {
    grown.disconnect()
    left.abort()
  }
  for (const move of moves) addEventListener(move, leave, { signal: left.signal, capture: true })
  setTimeout(leave, SETTLING)
}
