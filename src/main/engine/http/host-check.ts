import { EngineError } from '../errors.ts'

const HOSTS = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Refuses what only a web page of somebody else's can send: being on localhost is not being safe.
 * DNS rebinding brings a foreign `Host`; another site's page a `Sec-Fetch-Site` or an `Origin`.
 *
 * @throws EngineError `forbidden`
 */
export function checkSource(request: Request, port: number): void {
  const host = request.headers.get('host')?.toLowerCase()
  if (!host || !HOSTS.some((name) => host === `${name}:${port}` || (port === 80 && host === name)))
    throw new EngineError('forbidden', `This server answers to 127.0.0.1:${port} only`)
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== `http://${host}`)
    throw new EngineError('forbidden', 'Requests from other origins are refused')
  const site = request.headers.get('sec-fetch-site')
  if (site === null || site === 'none' || site === 'same-origin') return
  // Following a link to the workbench is fine: it gets the page's shell, which holds nothing.
  const isNavigation =
    request.method === 'GET' &&
    request.headers.get('sec-fetch-mode') === 'navigate' &&
    request.headers.get('sec-fetch-dest') === 'document'
  // "/" answers with nothing but the way to the page.
  if (isNavigation && /^\/(ui(\/.*)?)?$/.test(new URL(request.url).pathname)) return
  throw new EngineError('forbidden', 'Requests from other sites are refused')
}
