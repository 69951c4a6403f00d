import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')

test.beforeEach(async ({ page, workbench, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { studyName } = await restOf(workbench).runStudyFile(file)
  // The page has read an empty list before.
  await page.reload()
  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page.getByRole('link', { name: studyName }).first().click()
  await page.getByRole('link', { name: 'Run 1', exact: true }).click()
})

const toCrosstab = (page: Page) =>
  page.getByRole('navigation', { name: 'Evidence' }).getByRole('link', { name: 'Crosstab' }).click()

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

test('a table is built, and a cell opened down to the prompt behind an answer', async ({
  page,
}) => {
  await toCrosstab(page)
  await choose(page, 'Rows', /^main · How do you get to work/)
  await choose(page, 'Columns', /^Cohort$/)
  await choose(page, 'Each cut by', /^Gender$/)
  const table = page.getByRole('table')
  await expect(table.getByRole('columnheader', { name: 'City', exact: true })).toBeVisible()
  await expect(table.getByRole('columnheader', { name: /^woman/ })).toHaveCount(2)
  await expect(page).toHaveURL(/rows=question(:|%3A)main.*nested=field(:|%3A)gender/)

  // The cell says in words what it is, and opens as many answers as it says.
  const cell = table.getByRole('button', { name: /^By car, City, woman: / })
  const words = (await cell.getAttribute('aria-label'))!
  const count = /(\d+) of \d+ answers, weighted/.exec(words)![1]!
  await cell.click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('By car · City, woman')).toBeVisible()
  await expect(drawer.getByText(new RegExp(`^${count} answers?, unweighted`))).toBeVisible()
  await expect(drawer.getByRole('listitem')).toHaveCount(Number(count))
  await drawer.getByRole('listitem').first().getByRole('button').click()
  // The second click shows it all: model, seed, memories, and the prompt word for word.
  await expect(drawer.getByText('Counted By car')).toBeVisible()
  await expect(drawer.getByLabel('Provenance').first()).toContainText(/Seed\s*\d+/)
  await expect(drawer.getByText(/^You are .*years old/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  // The table is kept, another one made, and the first one fetched back.
  await page.getByRole('button', { name: 'Keep this table' }).click()
  await choose(page, 'Rows', /^minutes · /)
  await expect(table.getByRole('rowheader', { name: 'Mean' })).toBeVisible()
  await page.getByRole('button', { name: 'main × Cohort by Gender', exact: true }).click()
  await expect(table.getByRole('rowheader', { name: 'By car' })).toBeVisible()

  // As intervals, and turned round.
  await page.getByText('Intervals', { exact: true }).click()
  await expect(table.getByRole('button', { name: /^By car, City, woman: / })).toBeVisible()
  await page.getByRole('button', { name: 'Swap rows and columns' }).click()
  await expect(table.getByRole('rowheader', { name: 'Village' })).toBeVisible()
})

test('themes and quartiles are rows, put in the order of a column', async ({ page }) => {
  await toCrosstab(page)
  const table = page.getByRole('table')
  const drawer = page.getByRole('dialog')

  // Themes by cohort: not tested while they could be fitted to it; a cell opens as many as it says.
  await choose(page, 'Rows', /^opinion · What do you think/)
  await choose(page, 'Columns', /^Cohort$/)
  await expect(table.getByRole('rowheader', { name: 'Other or unclear' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByText(/^The themes can still be changed: nothing is tested/)).toBeVisible()
  const cell = table.getByRole('button', { name: /, City: \d+ %, [1-9]/ }).first()
  const words = (await cell.getAttribute('aria-label'))!
  const count = /(\d+) of \d+ answers, weighted/.exec(words)![1]!
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(drawer.getByText(new RegExp(`^${count} answers?, unweighted`))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(cell).toBeFocused()

  // Rows in the order of a column, by keyboard; a third time as they were.
  await choose(page, 'Rows', /^main · How do you get to work/)
  const city = table.getByRole('columnheader', { name: /^City/ })
  const shares = async () => {
    const cells = table.getByRole('button', { name: /, City: \d+ %/ })
    const names = await cells.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    return names.map((name) => Number(/: (\d+)/.exec(name!)![1]))
  }
  await expect(table.getByRole('rowheader').first()).toHaveText('By car')
  const asked = await shares()
  await city.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(city).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(shares).toEqual(asked.toSorted((a, b) => b - a))
  await page.keyboard.press('Enter')
  await expect(city).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(shares).toEqual(asked.toSorted((a, b) => a - b))
  await page.keyboard.press('Enter')
  await expect(city).toHaveAttribute('aria-sort', 'none')
  await expect.poll(shares).toEqual(asked)

  // Of numbers, where their middle half lies.
  await choose(page, 'Rows', /^minutes · /)
  const middle = /^Median, City: [\d.]+, the median of \d+ answers\. With 95 % confidence/
  await expect(table.getByRole('button', { name: middle })).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'Upper quartile' })).toBeVisible()
})

test('what is copied carries its label, title, n and caveat inside', async ({ page }) => {
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const question = page.getByRole('region', { name: 'How do you get to work on most days?' })
  const copy = async (name: string, item: string) => {
    await page.getByRole('button', { name: `Copy or save ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  // Evidence is computed first, which takes its time on a busy machine.
  await expect(question.getByRole('button', { name: /^By car, Everyone: / })).toBeVisible({
    timeout: 60_000,
  })
  await copy('main', 'Copy SVG')
  await expect.poll(copied).toMatch(/^<svg/)
  const svg = await copied()
  for (const inside of [
    'Rehearsal: the built-in model answered, not evidence about people',
    'How do you get to work on most days?',
    'By car',
    'effective n',
    'says nothing about people',
  ])
    expect(svg).toContain(inside)
  // It stands alone, in well-formed XML, with marks in it.
  const shapes = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      faults: parsed.querySelectorAll('parsererror').length,
      marks: parsed.querySelectorAll('rect').length,
    }
  }, svg)
  expect(shapes.faults).toBe(0)
  expect(shapes.marks).toBeGreaterThan(20)

  await copy('main', 'Copy table')
  await expect.poll(copied).toMatch(/^Rehearsal: /)
  expect(await copied()).toMatch(/\nWho\tWhat\tEstimate\t/)

  await copy('main', 'Copy picture')
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read()
        if (!item?.types.includes('image/png')) return 0
        return (await item.getType('image/png')).size
      }),
    )
    .toBeGreaterThan(5_000)

  await toCrosstab(page)
  await expect(page.getByRole('table')).toBeVisible()
  await page.getByRole('button', { name: /^Copy or save crosstab/ }).click()
  await page.getByRole('menuitem', { name: 'Copy table' }).click()
  await expect.poll(copied).toMatch(/By (cohort|condition) · n \d+[\s\S]*n, unweighted\t/)
})

test('a reader gets from finding to prompt by keyboard alone', async ({ page }) => {
  const index = page.getByRole('navigation', { name: 'Questions' })
  await expect(index).toBeVisible({ timeout: 60_000 })
  await index.getByRole('searchbox').focus()
  await page.keyboard.type('get to work')
  await expect(index.getByRole('link')).toHaveCount(1)
  await index.getByRole('link').focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('region', { name: 'How do you get to work on most days?' })
  await expect(question).toBeInViewport()

  // One stop of the Tab key for all marks; arrows go on from there.
  const first = question.getByRole('button', { name: /^By car, Everyone: / })
  await expect(first).toHaveAttribute('tabindex', '0')
  await first.focus()
  await page.keyboard.press('ArrowDown')
  const next = question.getByRole('button', { name: /^By car, City: / })
  await expect(next).toBeFocused()
  await expect(first).toHaveAttribute('tabindex', '-1')

  // T turns the chart with the focus into its table and back.
  await page.keyboard.press('t')
  await expect(question.getByRole('row', { name: /^City By car/ })).toBeVisible()
  await page.keyboard.press('t')
  await expect(next).toBeVisible()

  await next.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('By car · City')).toBeVisible()
  await drawer.getByRole('listitem').first().getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('The prompt, as sent').first()).toBeVisible()
  await expect(drawer.getByText(/^You are .*years old/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(next).toBeFocused()
})
