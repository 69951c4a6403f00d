import { send } from './api.ts'

/**
 * Saves what a GET answers once all of it is there: a failure is told here, not in a file, and it
 * can be given up. Answers the file's name.
 *
 * @throws ApiError
 */
export async function saveAnswer(
  path: string,
  options: { query: Record<string, string>; signal: AbortSignal },
): Promise<string> {
  const answer = await send('GET', path, options)
  const [, name = 'export'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return name
}
