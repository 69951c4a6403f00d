const PROTOCOL = 'app:'
const HOST = 'workbench'

export const appScheme = 'app'
/** Where the window's pages and calls live: one origin, no port, no key. */
export const appOrigin = `${PROTOCOL}//${HOST}`

/** True for addresses of the window's own pages. */
export function isOurUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  // Node gives every non-standard scheme the origin "null", so the parts are compared.
  const { protocol, host, username, password } = new URL(url)
  return protocol === PROTOCOL && host === HOST && username === '' && password === ''
}
