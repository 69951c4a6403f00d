import { describe, expect, it } from 'vitest'
import { parseBaseUrl } from './base-url.ts'

describe('a model address', () => {
  it.each([
    'https://api.example.com/v1',
    'https://192.168.1.20/v1',
    'http://localhost:11434/v1',
    'http://127.0.0.1:1234/v1',
    'http://127.8.9.1/v1',
    'http://[::1]:8080/v1',
    'http://[::ffff:127.0.0.1]:8080/v1',
    'http://2130706433/v1',
    'http://gpu.localhost/v1',
  ])('is accepted: %s', (address) => {
    expect(parseBaseUrl(address).protocol).toMatch(/^https?:$/)
  })

  it.each([
    'http://192.168.1.20:8000/v1',
    'http://10.1.2.3/v1',
    'http://172.31.0.1/v1',
    'http://100.101.2.3/v1',
    'http://[fd12:3456::1]/v1',
  ])('needs confirmation: %s', (address) => {
    expect(() => parseBaseUrl(address)).toThrow(/confirm/)
    expect(parseBaseUrl(address, { allowPrivateNetwork: true }).hostname).not.toBe('')
  })

  it.each([
    'http://169.254.169.254/latest',
    'https://169.254.169.254/latest',
    'http://[fe80::1]/v1',
    'http://[::ffff:169.254.169.254]/v1',
    'http://0xA9FEA9FE/v1',
    'http://[64:ff9b::169.254.169.254]/v1',
    'http://metadata.google.internal/v1',
    'https://metadata.google.internal./v1',
    'http://100.100.100.200/v1',
    'http://[fd00:ec2::254]/v1',
    'http://0.0.0.0:11434/v1',
  ])('is refused even when confirmed: %s', (address) => {
    expect(() => parseBaseUrl(address, { allowPrivateNetwork: true })).toThrow(
      /link-local|metadata/,
    )
  })

  it.each([
    { address: 'http://api.example.com/v1', reason: /in the clear/ },
    { address: 'http://172.32.0.1/v1', reason: /in the clear/ },
    { address: 'ftp://example.com', reason: /not https or http/ },
    { address: 'api.example.com', reason: /not a web address/ },
    { address: 'https://example.com/v1?key=1', reason: /without \? or #/ },
    { address: 'file:///etc/passwd', reason: /not https or http/ },
  ])('is refused: $address', ({ address, reason }) => {
    expect(() => parseBaseUrl(address, { allowPrivateNetwork: true })).toThrow(reason)
  })

  it('is refused with a password in it, which the message does not repeat', () => {
    expect(() => parseBaseUrl('https://me:hunter2@example.com')).toThrow(/^(?!.*hunter2)/)
  })
})
