import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX_LENGTH = 8
const SECRET_LENGTH = 32
const CHECKSUM_LENGTH = 6
const FORM = /^pk_([0-9A-Za-z]{8})_([0-9A-Za-z]{38})$/

/** A new key, `pk_<8>_<32><6>`: prefix to recognise it by, secret, checksum of both. */
export function newKeyText(): { key: string; prefix: string } {
  const prefix = `pk_${randomText(PREFIX_LENGTH)}`
  const body = `${prefix}_${randomText(SECRET_LENGTH)}`
  return { key: body + checksum(body), prefix }
}

/** Whether this can be a key at all: a typo fails its checksum, a revoked key does not. */
export function isWellFormedKey(key: string): boolean {
  if (!FORM.test(key)) return false
  return checksum(key.slice(0, -CHECKSUM_LENGTH)) === key.slice(-CHECKSUM_LENGTH)
}

/** What is stored: a slow password hash would cost every request and guards a 190-bit secret. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]!).join('')
}

function checksum(body: string): string {
  let rest = crc32(body)
  let text = ''
  while (text.length < CHECKSUM_LENGTH) {
    text = ALPHABET[rest % ALPHABET.length]! + text
    rest = Math.floor(rest / ALPHABET.length)
  }
  return text
}
