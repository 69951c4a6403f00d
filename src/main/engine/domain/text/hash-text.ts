/** FNV-1a over UTF-16 units with MurmurHash3's finaliser; a signed 32-bit integer. */
export function hashText(text: string, seed: number, start = 0, end = text.length): number {
  let hash = seed ^ 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
