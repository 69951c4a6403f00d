import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const fixture = (name: string) => readFileSync(`test/fixtures/population/${name}`, 'utf8')

/** The first 240 respondents: half of them take half the time. */
const survey = fixture('survey.csv').split('\n').slice(0, 241).join('\n')

test('a population from a pasted census table to its drift', async ({ page, workbench }) => {
  await surveyOf(page, workbench.url)
  await page.getByRole('link', { name: 'Populations', exact: true }).click()
  await page.getByRole('link', { name: 'New population' }).first().click()
  await page.getByLabel('Name').fill('Adults')
  await add(page, 'Women')
  await add(page, 'Men')

  // The bar always sums to 100, by keyboard too.
  const border = page.getByRole('slider', { name: /Border between Women and Men/ })
  await border.press('Shift+ArrowRight')
  await expect(page.getByLabel('Target share of Men')).toHaveValue('45')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Target share of Men')).toHaveValue('50')

  const balance = page.getByRole('complementary', { name: 'Balance' })
  await paste(page, fixture('margins.csv').replace(/^Sex.*\n/gm, ''))
  await expect(page.getByRole('table', { name: 'Margin age' })).toBeVisible()
  await expect(balance.getByText(/^Effective n \d+ of 240: the weights cost you/)).toBeVisible()

  // A category nobody is in is refused by name; undo takes the margin away again.
  await paste(page, 'variable\tcategory\tshare\narea\tCity\t50\narea\tIsland\t50')
  await expect(balance.getByText(/nobody is in “Island”/)).toBeVisible()
  await balance.getByRole('button', { name: 'See who is missing' }).click()
  await expect(page.getByRole('row', { name: /Island.*no weights exist/ })).toBeVisible()
  await page.getByRole('tab', { name: 'Design' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.reload()
  await expect(balance.getByText(/^Effective n \d+ of 240/)).toBeVisible()
  await page.getByRole('button', { name: 'Freeze version 1' }).click()

  await page.getByRole('tab', { name: 'Who is missing' }).click()
  await expect(page.getByRole('button', { name: /^Generate \d+ personas?$/ }).first()).toBeVisible()
  await page.getByRole('tab', { name: 'Versions' }).click()
  await expect(page.getByText(/The same people; effective n stays/)).toBeVisible()
  await page.getByRole('tab', { name: 'Coverage' }).click()
  await expect(page.getByText(/among 240 random people/)).toBeVisible({ timeout: 20_000 })
})

test('whoever is missing is generated, and the weights cost less', async ({ page, workbench }) => {
  await surveyOf(page, workbench.url)
  await page.getByRole('link', { name: 'Populations', exact: true }).click()
  await page.getByRole('link', { name: 'New population' }).first().click()
  await page.getByLabel('Name').fill('Graduates')
  await add(page, 'Women')
  await add(page, 'Men')
  await paste(
    page,
    'variable\tcategory\tshare\neducation\tTertiary\t80\neducation\tPrimary\t10\neducation\tSecondary\t10',
  )
  const balance = page.getByRole('complementary', { name: 'Balance' })
  await expect(balance.getByText(/^Effective n \d+ of 240/)).toBeVisible()

  // Undo, redo and a reload, from inside of a field too.
  const share = page.getByLabel('Target share of Women')
  await share.fill('60')
  await expect(page.getByLabel('Target share of Men')).toHaveValue('40')
  await share.press('Control+z')
  await expect(share).toHaveValue('50')
  await share.press('Control+y')
  await expect(page.getByLabel('Target share of Men')).toHaveValue('40')
  await page.reload()
  await expect(share).toHaveValue('60')
  await page.getByRole('button', { name: 'Freeze version 1' }).click()
  await expect(page.getByText('version 1', { exact: true })).toBeVisible()

  await page.getByRole('tab', { name: 'Who is missing' }).click()
  const sentence = page.getByText(/^Effective n is \d+ of/)
  const effectiveN = async () => Number(/is (\d+) of/.exec(await sentence.innerText())?.[1])
  await expect(sentence).toBeVisible()
  const before = await effectiveN()
  const first = page.getByRole('table', { name: 'Who is missing' }).getByRole('row').nth(1)
  await expect(first).toContainText('Tertiary')
  await first.getByRole('button', { name: /^Generate \d+ personas?$/ }).click()
  await expect.poll(effectiveN, { timeout: 60_000 }).toBeGreaterThan(before + 10)

  await page.getByRole('tab', { name: 'Design' }).click()
  await page.getByRole('button', { name: 'Freeze today’s members' }).click()
  await expect(page.getByText('version 2', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Versions' }).click()
  const versions = page.getByRole('table', { name: 'Versions' })
  await expect(versions.getByRole('row').nth(1)).toContainText('Version 2')
  await expect(versions.getByRole('row').nth(2)).toContainText(/Version 1.*240/)
})

/** The survey's people and two cohorts, put there as a script would. */
async function surveyOf(page: Page, url: string): Promise<void> {
  const post = (path: string, data: string, type: string) =>
    page.evaluate(
      async ([path, data, type]) => {
        const key = sessionStorage.getItem('workbench-key') ?? ''
        const headers = { 'content-type': type!, 'x-api-key': key }
        return (await fetch(path!, { method: 'POST', headers, body: data! })).status
      },
      [url + path, data, type],
    )
  await expect(page.getByRole('link', { name: 'Populations', exact: true })).toBeVisible()
  expect(await post('/personas/import', survey, 'text/csv')).toBe(200)
  for (const [name, value] of [
    ['Women', 'Woman'],
    ['Men', 'Man'],
  ]) {
    const criteria = { field: 'gender', op: 'eq', value }
    const status = await post('/cohorts', JSON.stringify({ name, criteria }), 'application/json')
    expect(status).toBe(201)
  }
}

async function add(page: Page, cohort: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add a cohort' }).click()
  await page.getByRole('option', { name: new RegExp(`^${cohort} `) }).click()
}

async function paste(page: Page, text: string): Promise<void> {
  const summary = page.getByText('Paste or load a table')
  const area = page.getByLabel('Table of margins')
  await expect(async () => {
    if (!(await area.isVisible())) await summary.click()
    await expect(area).toBeVisible({ timeout: 500 })
  }).toPass()
  await area.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}
