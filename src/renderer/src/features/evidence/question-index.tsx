import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { anchorOf } from './question-anchor.ts'
import classes from './question-index.module.css'

type Props = {
  /** Those that the filter lets through. */
  shown: readonly QuestionEvidence[]
  total: number
  filter: string
  onFilter: (filter: string) => void
  onGo: (questionId: string) => void
}

/** All questions in reach: typing narrows them, a click goes to one. */
export function QuestionIndex({ shown, total, filter, onFilter, onGo }: Props) {
  const current = useCurrent(shown)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (current !== undefined) showCurrent(list.current)
  }, [current])
  return (
    <nav aria-label="Questions" className={classes.index}>
      <TextInput
        type="search"
        aria-label="Filter questions"
        placeholder="Filter questions"
        leftSection={<IconSearch size={14} />}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
      />
      <p className="quiet small" aria-live="polite">
        {filter.trim() === '' ? `${total} questions` : `${shown.length} of ${total} questions`}
      </p>
      <ol ref={list} className={classes.list}>
        {shown.map(({ questionId, text }) => (
          <li key={questionId}>
            <a
              href={`#${anchorOf(questionId)}`}
              className={classes.link}
              aria-current={current === questionId ? 'location' : undefined}
              title={text}
              onClick={(event) => {
                event.preventDefault()
                onGo(questionId)
              }}
            >
              <span className="mono">{questionId}</span>
              <span className={classes.text}>{text}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Moves the list only, never the page. */
function showCurrent(list: HTMLElement | null): void {
  const link = list?.querySelector('[aria-current]')
  if (!list || !link) return
  const [seen, at] = [list.getBoundingClientRect(), link.getBoundingClientRect()]
  const [before, after] = [40, 80]
  if (at.left < seen.left) list.scrollLeft += at.left - seen.left - before
  if (at.right > seen.right) list.scrollLeft += at.right - seen.right + after
  if (at.top < seen.top) list.scrollTop += at.top - seen.top - before
  if (at.bottom > seen.bottom) list.scrollTop += at.bottom - seen.bottom + after
}

function scrollerOf(element: Element | undefined): Element | null {
  let found = element?.parentElement ?? null
  while (found && !/auto|scroll/.test(getComputedStyle(found).overflowY))
    found = found.parentElement
  return found
}

/** The topmost question on the screen. */
function useCurrent(shown: readonly QuestionEvidence[]): string | undefined {
  const [visible, setVisible] = useState<ReadonlySet<string>>(new Set())
  const ids = shown.map(({ questionId }) => questionId)
  const key = ids.join(' ')
  useEffect(() => {
    const sections = key.split(' ').flatMap((id) => document.getElementById(anchorOf(id)) ?? [])
    const watch = new IntersectionObserver(
      (entries) =>
        setVisible((before) => {
          const next = new Set(before)
          for (const { target, isIntersecting } of entries)
            next[isIntersecting ? 'add' : 'delete'](target.id)
          return next
        }),
      // What ends under the index at the top, or begins near the bottom, is not being read.
      { root: scrollerOf(sections[0]), rootMargin: '-110px 0px -45% 0px' },
    )
    for (const section of sections) watch.observe(section)
    return () => watch.disconnect()
  }, [key])
  return ids.find((id) => visible.has(anchorOf(id)))
}
