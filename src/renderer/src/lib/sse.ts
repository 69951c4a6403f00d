export type SseEvent = { event: string; data: string }

/** Splits a stream of text into server-sent events; comments and unknown fields are dropped. */
export function createSseParser(): (chunk: string) => SseEvent[] {
  let rest = ''
  return (chunk) => {
    rest += chunk
    const events: SseEvent[] = []
    for (;;) {
      const end = /\r\n\r\n|\n\n|\r\r/.exec(rest)
      if (!end) return events
      const event = parseBlock(rest.slice(0, end.index))
      if (event) events.push(event)
      rest = rest.slice(end.index + end[0].length)
    }
  }
}

function parseBlock(block: string): SseEvent | null {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
  }
  return data.length === 0 ? null : { event, data: data.join('\n') }
}

/** The events of a response, until it ends or its request is aborted. */
export async function* readSse(response: Response): AsyncGenerator<SseEvent> {
  if (!response.body) return
  const parse = createSseParser()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield* parse(value)
    }
  } finally {
    // Leaving early tells the server to stop; an aborted reader has nothing left to cancel.
    await reader.cancel().catch(() => undefined)
  }
}
