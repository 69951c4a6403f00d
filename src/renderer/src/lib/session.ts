import { UiSessionAnswer } from '../../../shared/contract/workspace.ts'

const storageName = 'workbench-key'
const channelName = 'workbench-session'
/** How long a new tab waits for an open one to answer. */
const askMs = 300

let key: string | null = null
const lostListeners = new Set<() => void>()

/** In the desktop window calls need no key: its protocol handler speaks for it. */
export const isDesktop = () => location.protocol === 'app:'

export const currentKey = () => key

/** Called when the server no longer knows the key: it lives only as long as its process. */
export function forgetKey(): void {
  if (isDesktop() || key === null) return
  key = null
  sessionStorage.removeItem(storageName)
  for (const listener of lostListeners) listener()
}

export function onKeyLost(listener: () => void): () => void {
  lostListeners.add(listener)
  return () => lostListeners.delete(listener)
}

/** Finds a key: in the address, in this tab, or in another open tab. False when there is none. */
export async function openSession(): Promise<boolean> {
  if (isDesktop()) return true
  const token = takeToken()
  key = (token && (await swapToken(token))) || sessionStorage.getItem(storageName)
  key ??= await askOtherTabs()
  if (key === null) return false
  sessionStorage.setItem(storageName, key)
  answerOtherTabs()
  return true
}

/** Reads the one-time token and removes it from the address before anything can record it. */
function takeToken(): string | null {
  const match = /^#token=([^&]+)/.exec(location.hash)
  if (!match?.[1]) return null
  history.replaceState(history.state, '', location.pathname + location.search)
  return decodeURIComponent(match[1])
}

async function swapToken(token: string): Promise<string | null> {
  const response = await fetch('/ui/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => null)
  if (!response?.ok) return null
  const answer = UiSessionAnswer.safeParse(await response.json().catch(() => null))
  return answer.success ? answer.data.key : null
}

function askOtherTabs(): Promise<string | null> {
  const channel = new BroadcastChannel(channelName)
  return new Promise((resolve) => {
    const finish = (found: string | null) => {
      channel.close()
      resolve(found)
    }
    const timer = setTimeout(finish, askMs, null)
    channel.addEventListener('message', ({ data }) => {
      if (typeof data?.key !== 'string') return
      clearTimeout(timer)
      finish(data.key)
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is same-origin
    channel.postMessage({ ask: true })
  })
}

function answerOtherTabs(): void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }) => {
    if (data?.ask !== true || key === null) return
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is same-origin
    channel.postMessage({ key })
  })
}
