import type { Draw } from '../question-kind.ts'

type WithOptions = {
  readonly options: string[]
  readonly rotateOptions: boolean
  readonly anchorLast?: number | undefined
}

/** Options in a drawn order where that is asked for; those anchored at the end stay there. */
export function orderedOptions<Q extends WithOptions>(question: Q, draw: Draw): Q {
  const { options, rotateOptions, anchorLast = 0 } = question
  if (!rotateOptions) return question
  const free = options.slice(0, options.length - anchorLast)
  return { ...question, options: [...draw.shuffle(free, 'options'), ...options.slice(free.length)] }
}
