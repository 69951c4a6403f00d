/** Silence after which a comment line shows that the connection lives, ms. */
const KEEP_ALIVE_MS = 15_000

/** Events made before the client has read the ones before: work begins without waiting for it. */
const EVENTS_AHEAD = 16

export type ServerEvent = { readonly event: string; readonly data: unknown }

/**
 * Server-sent events as a web stream. A client that leaves ends the generator: by cancelling the
 * body (a window) or by aborting the request (a socket), whichever the transport does.
 *
 * @param events  runs until it is done; must not throw for anything a client should hear of
 */
export function eventStream(
  events: AsyncGenerator<ServerEvent, void, undefined>,
  abort: AbortController,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let keepAlive: NodeJS.Timeout | undefined
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      keepAlive = setInterval(
        () => controller.enqueue(encoder.encode(': still here\n\n')),
        KEEP_ALIVE_MS,
      ).unref()
      abort.signal.addEventListener('abort', () => clearInterval(keepAlive), { once: true })
    },
    async pull(controller) {
      const { done, value } = await events.next()
      if (done) {
        clearInterval(keepAlive)
        controller.close()
        return
      }
      const text = `event: ${value.event}\ndata: ${JSON.stringify(value.data)}\n\n`
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      clearInterval(keepAlive)
      abort.abort()
      await events.return()
    },
  }
  return new ReadableStream(source, { highWaterMark: EVENTS_AHEAD })
}
