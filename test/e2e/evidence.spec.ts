import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { restOf } from './rest-of.ts'

test('from the marks of every type to the answers behind them', async ({ page, workbench }) => {
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')
  const { studyName } = await restOf(workbench).runStudyFile(file)
  // The page has read an empty list before.
  await page.reload()
  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page.getByRole('link', { name: studyName }).first().click()
  await page.getByRole('link', { name: 'Run 1', exact: true }).click()

  const question = (text: string | RegExp) => page.getByRole('region', { name: text })
  const drawer = page.getByRole('dialog')
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  }
  // Fourteen questions take a while on a machine that is busy otherwise.
  const first = question('What matters most to you on the way to work?')
  await expect(first).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('{{')).toHaveCount(0)

  // A price: who accepts it, with how far they go.
  const price = question('Would you pay this a month for a bicycle with a motor?')
  await price.getByRole('button', { name: /^50 €, By the month:/ }).click()
  await expect(drawer.getByRole('listitem').first()).toContainText(/up to (50|75) €/)
  await expect(drawer.getByText(/up to (15|25|35) €|none accepted/)).toHaveCount(0)
  await close()

  // What it earns at each price, the best one in words.
  await expect(price.getByText(/^In this rehearsal: Most is earned at \d+ €: /)).toBeVisible()
  await price.getByRole('button', { name: /^Revenue at 35 €, everyone:/ }).click()
  await expect(drawer.getByText('35 € · everyone')).toBeVisible()
  await close()

  // A ranking as worths, as Borda scores and as places; from a worth to the answers behind it.
  const matters = question('What matters most to you on the way to work?')
  await expect(matters.getByText('Probability of coming first of all')).toBeVisible()
  await matters.getByRole('button', { name: /^Fresh air, Everyone: \d+ % / }).click()
  await expect(drawer.getByRole('listitem').first()).toContainText('Fresh air')
  await close()
  await matters.getByText('Borda', { exact: true }).click()
  await expect(matters.getByText(/^Borda score/)).toBeVisible()
  await matters.getByText('Mean place', { exact: true }).click()
  await expect(matters.getByText('Mean place, 1 first to 5 last')).toBeVisible()

  // By keyboard: a row of the matrix, a person, and what the person was asked and said.
  const quick = question('How far do you agree?').getByRole('button', {
    name: /^It is quick, City:/,
  })
  await quick.focus()
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('It is quick · City')).toBeVisible()
  await expect(drawer.getByRole('listitem').first()).toContainText('It is quick: ')
  await drawer.getByRole('listitem').first().getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(drawer.getByText(/^Counted It is safe in traffic: /)).toBeVisible()
  await expect(drawer.getByText(/recalled/i).first()).toBeVisible()
  await close()

  // The same numbers as a table.
  const features = question(/which is worst, in a bicycle/)
  await features.getByText('Table', { exact: true }).click()
  await expect(features.getByRole('row', { name: /^Everyone Paying \[how\]/ })).toBeVisible()
  const utility = /^Everyone Utility, log odds: Paying \[how\]/
  await expect(features.getByRole('row', { name: utility })).toBeVisible()
})

test('an address names a question, and keys move the page without a click', async ({
  page,
  workbench,
}) => {
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')
  const { runId } = await restOf(workbench).runStudyFile(file)
  await page.goto(`${workbench.url}/ui/runs/${runId}/evidence#question-price`)
  const title = page.getByRole('heading', { name: /^Would you pay this a month/ })
  await expect(title).toBeVisible({ timeout: 60_000 })
  await expect(title).toBeInViewport()
  // Charts before it are drawn later and higher than they were thought to be.
  await expect(
    page.getByRole('region', { name: 'How do you get to work on most days?' }),
  ).toContainText('By car')
  await expect(title).toBeInViewport()

  const quality = page.getByRole('heading', { name: 'Quality of the answers' })
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(quality).toBeInViewport({ timeout: 1_000 })
  }).toPass()
})

test('findings are cut by two fields crossed, down to the answers of a segment', async ({
  page,
  workbench,
}) => {
  // Sixty people, fourteen questions, three ways to cut them.
  test.setTimeout(180_000)
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8').replaceAll(
    /age: (\d+)(.*attributes: \{ )/g,
    (_, age: string, between: string) => `age: ${age}${between}rent: ${Number(age) * 20}, `,
  )
  const { runId } = await restOf(workbench).runStudyFile(file)
  await page.goto(`${workbench.url}/ui/runs/${runId}/evidence`)
  const main = page.getByRole('region', { name: 'How do you get to work on most days?' })
  await expect(main).toBeVisible({ timeout: 60_000 })
  for (const [select, option] of [
    ['Segment by', 'Gender'],
    ['Crossed with', 'area'],
  ] as const) {
    await page.getByRole('combobox', { name: select }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  const mark = main.getByRole('button', { name: /^By car, woman × city: / })
  await expect(mark).toBeVisible({ timeout: 60_000 })
  await mark.click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('By car · woman × city')).toBeVisible()
  await expect(drawer.getByRole('listitem').first()).toContainText('By car')
  // The condition by its name, not by its id.
  await expect(drawer.getByText(/(By the month|All at once) · weight/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(mark).toBeFocused()

  // The address keeps both.
  await page.reload()
  await expect(mark).toBeVisible({ timeout: 60_000 })

  // A number with many values comes in bands, which say so.
  await page.getByRole('combobox', { name: 'Crossed with' }).click()
  await page.getByRole('option', { name: 'rent', exact: true }).click()
  await expect(page.getByText(/^By rent in bands: /)).toBeVisible({ timeout: 60_000 })
  await main.getByRole('button', { name: /^By car, woman × under \d+: / }).click()
  await expect(drawer.getByText(/^By car · woman × under \d+$/)).toBeVisible()
  await expect(drawer.getByRole('listitem').first()).toContainText('By car')
})

test('a run without answers says why, and leads to the run', async ({ page, workbench }) => {
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')
  const poor = file.replace('maxConcurrency: 8', 'maxConcurrency: 8\n  budgetTokens: 1')
  const { runId } = await restOf(workbench).runStudyFile(poor)
  await page.goto(`${workbench.url}/ui/runs/${runId}/evidence`)
  await expect(page.getByRole('heading', { name: 'No answers yet' })).toBeVisible()
  await expect(page.getByText(/The budget stopped this one before its first answer/)).toBeVisible()
  await page.getByRole('link', { name: 'Open the run' }).click()
  await expect(page).toHaveURL(new RegExp(`/runs/${runId}$`))
})

test('a run is saved as the report and as data, each said what it is for', async ({
  page,
  workbench,
}) => {
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')
  const { studyName } = await restOf(workbench).runStudyFile(file)
  await page.reload()
  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page.getByRole('link', { name: studyName }).first().click()
  await page.getByRole('link', { name: 'Run 1', exact: true }).click()

  for (const [group, item, name] of [
    ['Report', /^PDF/, /-report\.pdf$/],
    ['Report', /^Everything/, /-evidence\.zip$/],
    ['Results', /^Differences/, /-comparisons\.csv$/],
    ['Interviews, a row each', /^SPSS/, /-interviews\.sav$/],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click()
    const menu = page.getByRole('group', { name: group })
    const downloading = page.waitForEvent('download')
    await menu.getByRole('menuitem', { name: item }).click()
    expect((await downloading).suggestedFilename()).toMatch(name)
    await expect(page.getByText(/^Saved .*/).last()).toBeVisible()
  }
})

test('an export that takes long can be given up', async ({ page, workbench }) => {
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')
  const { studyName } = await restOf(workbench).runStudyFile(file)
  await page.reload()
  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page.getByRole('link', { name: studyName }).first().click()
  await page.getByRole('link', { name: 'Run 1', exact: true }).click()

  // Never answered: as slow as it can be.
  await page.route(/format=pdf/, () => {})
  const button = page.getByRole('button', { name: 'Export' })
  await button.press('Enter')
  await page.getByRole('menuitem', { name: /^PDF/ }).press('Enter')
  const givingUp = page.getByRole('button', { name: 'Writing PDF. Give up' })
  await expect(givingUp).toBeFocused()
  await givingUp.press('Enter')
  await expect(button).toBeFocused()
})
