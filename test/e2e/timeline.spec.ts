import type { Page } from '@playwright/test'
import { aLongLife } from '../fixtures/long-life.ts'
import { anEntry } from '../helpers/seeded-persona.ts'
import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

/** What a screen may hold, rows kept ready beyond its edges included. */
const mostRows = 120

const rows = (page: Page) => page.getByRole('list', { name: 'Memories' }).getByRole('listitem')
const count = (page: Page) => page.getByRole('region', { name: 'Timeline' }).getByRole('status')
const detail = (page: Page) => page.getByRole('complementary', { name: 'Selection' })
const query = (page: Page) => new URL(page.url()).searchParams

test('ten thousand memories are found, filtered, jumped through and seen as of a day', async ({
  page,
  workbench,
}) => {
  const rest = restOf(workbench)
  const personaId = await rest.createPersona()
  await rest.append(personaId, aLongLife(10_000))
  const born = (await rest.timeline(personaId))[0]!
  const total =
    10_000 + (await rest.timeline(personaId)).filter(({ source }) => source === 'seed').length
  const all = total.toLocaleString('en').replace(',', '\u2009')

  await page.goto(`${workbench.url}/ui/personas/${personaId}`)
  await expect(count(page)).toHaveText(`${all} memories`)
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(total))
  await expect(rows(page).getByRole('button', { name: born.eventLabel })).toBeVisible()
  await expect(page.getByText(born.facts.slice(0, 30))).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(mostRows)

  await test.step('a type by its chip, in the address and back', async () => {
    await page.getByRole('button', { name: /^pride, / }).click()
    await expect(count(page)).toHaveText(/^[\d\u2009]+ of /)
    await expect.poll(() => query(page).get('types')).toBe('pride')
    await expect(rows(page).first().getByRole('button').first()).toHaveAccessibleName(/, pride, /)
    await page.goBack()
    await expect(count(page)).toHaveText(`${all} memories`)
  })

  await test.step('words of a body, from the keyboard', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('number 4711 of')
    await expect(count(page)).toHaveText(`1 of ${all} memories`)
    await expect(rows(page)).toHaveCount(1)
    await expect.poll(() => query(page).get('q')).toBe('number 4711 of')
    await page.keyboard.press('Escape')
    await expect(count(page)).toHaveText(`${all} memories`)
  })

  await test.step('a jump through the overview', async () => {
    const strip = page.getByRole('img', { name: /^Memories over the whole life/ })
    const box = (await strip.boundingBox())!
    await strip.click({ position: { x: box.width / 2, y: box.height * 0.75 } })
    // The rows are drawn with the scroll event, a frame after the click.
    const place = async () => Number(await rows(page).first().getAttribute('aria-posinset'))
    await expect.poll(place).toBeGreaterThan(total * 0.3)
    expect(await place()).toBeLessThan(total * 0.9)
    expect(await rows(page).count()).toBeLessThan(mostRows)
  })

  await test.step('by keyboard to the ends, and open', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('End')
    const last = rows(page).getByRole('button').and(page.locator(':focus'))
    await expect(page.locator('li:has(:focus)')).toHaveAttribute('aria-posinset', String(total))
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await page.keyboard.press('j')
    await expect(page.locator('li:has(:focus)')).toHaveAttribute('aria-posinset', String(total - 1))
    const name = (await last.getAttribute('aria-label'))!
    await page.keyboard.press('Enter')
    await expect(detail(page).getByRole('heading').first()).toHaveText(name.split(',')[0]!)
    await expect(last).toHaveAttribute('aria-current', 'true')
    await expect.poll(() => query(page).has('entry')).toBe(true)
    await page.keyboard.press('Escape')
    await expect(detail(page).getByLabel('What would come to mind?')).toBeVisible()
    await page.keyboard.press('Home')
    await expect(page.locator('li:has(:focus)')).toHaveAttribute('aria-posinset', '1')
    expect(await rows(page).count()).toBeLessThan(mostRows)
  })

  await test.step('a part of the life by its handles, and all of it again', async () => {
    const from = page.getByRole('slider', { name: 'Show from' })
    await from.press('PageDown')
    await from.press('PageDown')
    await expect.poll(() => query(page).get('from')).toBe('1998-01-01')
    await expect(rows(page).first().getByRole('button').first()).toHaveAccessibleName(/ 1998, /)
    await page.getByRole('button', { name: 'Filter: from 1998' }).click()
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect(count(page)).toHaveText(`${all} memories`)
    await page.keyboard.press('Escape')
  })

  await test.step('as of a day, there and in what is asked from there', async () => {
    await page.getByLabel('As of date').fill('2003-06-30')
    await expect(count(page)).toHaveText(/ as of June 30, 2003$/)
    await expect.poll(() => query(page).get('asOf')).toBe('2003-06-30')
    await expect(detail(page).getByLabel(/^What would have come to mind on /)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Interview' })).toHaveAttribute(
      'href',
      /asOf=2003-06-30/,
    )
    await page.getByRole('slider', { name: 'As of', exact: true }).press('PageDown')
    await expect(count(page)).toHaveText(/ as of June 30, 2002$/)
    await expect.poll(() => query(page).get('asOf')).toBe('2002-06-30')
    await page.reload()
    await expect(count(page)).toHaveText(/ as of June 30, 2002$/)
    await rows(page).first().getByRole('button').first().focus()
    await page.keyboard.press('End')
    await expect(page.getByText(/later memories do not exist yet/)).toBeVisible()
    await page.getByRole('button', { name: 'Now', exact: true }).click()
    await expect(count(page)).toHaveText(`${all} memories`)
  })

  await test.step('years at a glance, and back into one of them', async () => {
    await page.getByText('Years', { exact: true }).click()
    await page.getByRole('button', { name: /^2003, / }).click()
    await expect.poll(() => query(page).get('zoom')).toBe('lines')
    const labels = rows(page).getByRole('button', { name: /2003/ })
    await expect(labels.first()).toBeVisible()
  })
})

test('a revision leads back to what it replaced, and a correction shows at once', async ({
  page,
  workbench,
}) => {
  const rest = restOf(workbench)
  const personaId = await rest.createPersona()
  const [lake] = await rest.append(personaId, [anEntry({ eventLabel: 'A day at the lake' })])

  await page.goto(`${workbench.url}/ui/personas/${personaId}?entry=${lake!.id}`)
  await detail(page).getByRole('button', { name: 'Correct this memory' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('It was a river')
  await dialog.getByLabel('What happened').fill('A day at the river')
  await dialog.getByRole('button', { name: 'Save the correction' }).click()

  const river = rows(page).getByRole('button', { name: /^A day at the river, .*revised/ })
  const replaced = rows(page).getByRole('button', { name: /^A day at the lake, .*replaced/ })
  await expect(river).toHaveAttribute('aria-current', 'true')
  await expect(replaced).toHaveCount(0)
  await rows(page).getByRole('button', { name: 'Replaces 1 earlier version' }).click()
  await replaced.click()
  await expect(detail(page).getByRole('heading', { name: 'A day at the lake' })).toBeVisible()
  await detail(page)
    .getByRole('button', { name: /^Replaced by/ })
    .click()
  await expect(river).toHaveAttribute('aria-current', 'true')
  await page.goBack()
  await expect(replaced).toHaveAttribute('aria-current', 'true')
})
