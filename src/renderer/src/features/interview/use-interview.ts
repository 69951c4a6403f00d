import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PromptAnswer, StreamPromptRequest } from '../../../../shared/contract/prompts.ts'
import { isAbort } from '../../lib/api-error.ts'
import { memoryKey } from '../memory/memory.queries.ts'
import { timelineKey } from '../timeline/timeline.queries.ts'
import { sessionsKey, sessionQuery } from './interview.queries.ts'
import { streamPrompt } from './stream-prompt.ts'

/** The question under way, or the last one if it brought no answer. */
export type Asking = {
  prompt: string
  /** Words so far. */
  text: string
  state: 'answering' | 'stopped' | 'failed'
  error?: unknown
}

type Question = Pick<StreamPromptRequest, 'userPrompt' | 'pressure' | 'asOf' | 'remember'>
type Context = {
  personaId: StreamPromptRequest['personaId']
  sessionId: StreamPromptRequest['sessionId']
  onSession: (sessionId: string) => void
}

export function useInterview({ personaId, sessionId, onSession }: Context) {
  const client = useQueryClient()
  const [asking, setAsking] = useState<Asking | null>(null)
  const abort = useRef<AbortController>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const keep = async (answer: PromptAnswer) => {
    // The session is read before the question under way is taken down, so nothing flickers.
    await client.fetchQuery({ ...sessionQuery(answer.sessionId), staleTime: 0 })
    onSession(answer.sessionId)
    setAsking(null)
    if (answer.escalations.length > 0) showEscalation(answer.escalations)
    void client.invalidateQueries({ queryKey: sessionsKey })
    const { action } = answer.consolidation ?? { action: 'ignore' }
    if (action === 'ignore') return
    void client.invalidateQueries({ queryKey: memoryKey(personaId) })
    void client.invalidateQueries({ queryKey: timelineKey(personaId) })
  }

  const ask = async (question: Question) => {
    const controller = new AbortController()
    abort.current = controller
    const prompt = question.userPrompt
    setAsking({ prompt, text: '', state: 'answering' })
    try {
      const answer = await streamPrompt(
        { personaId, ...(sessionId && { sessionId }), ...question },
        {
          signal: controller.signal,
          onDelta: (delta) =>
            setAsking((before) => before && { ...before, text: before.text + delta }),
        },
      )
      await keep(answer)
    } catch (error) {
      const state = isAbort(error) ? 'stopped' : 'failed'
      setAsking((before) => before && { ...before, state, error })
    }
  }
  return { asking, ask, stop: () => abort.current?.abort(), clear: () => setAsking(null) }
}

function showEscalation(keywords: readonly string[]): void {
  notifications.show({
    color: 'yellow',
    title: 'Please read this answer',
    message: `It touches what the safety policy wants a person to see: ${keywords.join(', ')}.`,
    autoClose: false,
  })
}
