import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.use({ options: ['--sample'] })

test('a cohort is designed by blocks, undone, kept over a reload and saved', async ({ page }) => {
  await page.getByRole('link', { name: 'Cohorts', exact: true }).click()
  await page.getByRole('link', { name: 'New cohort' }).first().click()
  const count = page.getByText('200', { exact: true })
  await expect(count).toBeVisible()

  await page.getByLabel('Name', { exact: true }).fill('Women who live alone or outside')
  await addCriterion(page, 'Gender', 'woman')
  await expect(page.getByText('106', { exact: true })).toBeVisible()
  await expect(page.getByText('by your criteria')).toBeVisible()

  await page.getByRole('button', { name: 'Add a group' }).first().click()
  const group = page.getByRole('group', { name: /and who match/ })
  await choose(page, group.getByRole('combobox', { name: 'Field' }), /^Household$/)
  await group.getByRole('combobox', { name: 'Value', exact: true }).fill('alone')
  await expect(page.getByText(/gender is woman.*household is alone/i)).toBeVisible()
  const sentence = await page.getByText(/household is alone/i).textContent()

  await page.getByRole('button', { name: 'Actions for group 2' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByText(sentence!)).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(sentence!)).toBeVisible()

  await page.reload()
  await expect(page.getByText(sentence!)).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/^Women who live alone/)

  await page.getByRole('button', { name: 'Save the cohort' }).click()
  await expect(page.getByRole('heading', { name: /^Women who live alone/ })).toBeVisible()
  await expect(page.getByText('Revision 1.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Also in other cohorts' })).toContainText('City')
})

test('somebody is picked out by hand', async ({ page }) => {
  await page.getByRole('link', { name: 'Cohorts', exact: true }).click()
  await page.getByRole('link', { name: 'City', exact: true }).click()
  await expect(page.getByText('91', { exact: true })).toBeVisible()
  const first = page.getByRole('region', { name: 'Among them' }).getByRole('link').first()
  const name = (await first.textContent())!
  await page.getByLabel('Find somebody to pick').fill(name)
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await page.getByRole('button', { name: 'Out', exact: true }).click()
  await expect(page.getByText('90', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Save as revision 2' }).click()
  await expect(page.getByText('Revision 2.')).toBeVisible()
  await page.getByRole('button', { name: `Leave ${name} to the criteria` }).click()
  await expect(page.getByText('91', { exact: true })).toBeVisible()
})

async function addCriterion(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  const row = page.getByRole('group', { name: 'Criterion 1' })
  await choose(page, row.getByRole('combobox', { name: 'Field' }), new RegExp(`^${field}$`))
  const input = row.getByRole('combobox', { name: 'Value', exact: true })
  await input.fill(value)
  await input.press('Escape')
}

async function choose(page: Page, box: ReturnType<Page['getByRole']>, option: RegExp) {
  await box.click()
  await page.getByRole('option', { name: option }).click()
}
