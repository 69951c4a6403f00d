import { expect, it } from 'vitest'
import { appOrigin, isOurUrl } from './app-origin.ts'

it('knows the pages of the window', () => {
  expect(isOurUrl(`${appOrigin}/ui/personas?q=a#b`)).toBe(true)
})

it.each([
  'https://workbench/ui/',
  'app://workbench.example.org/ui/',
  'app://evil/ui/',
  'app://evil@workbench/ui/',
  'app://workbench:1/ui/',
  'file:///ui/',
  'javascript:alert(1)',
  'about:blank',
  '',
])('refuses %s', (url) => {
  expect(isOurUrl(url)).toBe(false)
})
