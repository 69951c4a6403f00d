/** Data of the server-sent events of one kind, as they arrive (HTML standard, section 9.2). */
export async function* readEvents<T>(answer: Response, kind: string): AsyncGenerator<T> {
  if (!answer.body) return
  let buffer = ''
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    buffer += text
    const blocks = buffer.split('\n\n')
    buffer = blocks.pop()!
    for (const block of blocks) {
      const lines = block.split('\n')
      if (!lines.includes(`event: ${kind}`)) continue
      const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6))
      yield JSON.parse(data.join('\n')) as T
    }
  }
}
