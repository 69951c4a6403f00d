import type { Locator, Page } from '@playwright/test'
import { expect, sample, test } from './fixtures.ts'

test('from a hypothesis to the answer behind a bar', async ({ page }) => {
  await importPeople(page, 'people.csv')

  await page.getByRole('link', { name: 'Studies', exact: true }).click()
  await page
    .getByRole('link', { name: /new study/i })
    .first()
    .click()
  await page.getByLabel('Name of the study').fill('Parcel lockers')
  await page.getByLabel('Objective').fill('Learn who would use a locker')
  await page.getByLabel('Hypothesis').fill('People in the city agree more')
  await page.getByRole('button', { name: 'Next: Questions' }).click()
  await page.getByRole('button', { name: 'Add a question' }).click()
  const question = page.getByRole('region', { name: 'Question 1' })
  await question.getByLabel('Wording').fill('A locker {{where}} would suit my week.')
  await choose(page, question.getByRole('combobox', { name: 'Answer' }), /likert|scale|agree/i)
  await page.getByRole('button', { name: 'Next: People' }).click()
  await describeCohort(page, 1, 'City', ['city'])
  await page.getByRole('button', { name: 'Add a cohort' }).click()
  await describeCohort(page, 2, 'Elsewhere', ['town', 'countryside'])

  // What it takes and could see follows what is edited, without anything being saved.
  const outlook = page.getByRole('complementary', { name: 'Estimate and power' })
  await expect(outlook.getByText('200 tasks')).toBeVisible()
  await expect(outlook.getByText(/by cohort, not named yet/)).toBeVisible()
  await expect(outlook.getByText(/must give a value for {{where}}/)).toBeVisible()
  await page.getByRole('button', { name: /^\d?✓?\s*Conditions/ }).click()
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await pasteInto(page.getByLabel('Name of condition 1'), 'Near\tnearby\nFar\tacross town')
  await expect(page.getByLabel('where in condition 2')).toHaveValue('across town')
  await expect(page.getByRole('note')).toContainText('about 100 in each')
  await page.getByText('Each persona answers all', { exact: true }).click()
  await expect(outlook.getByText('400 tasks')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(outlook.getByText('200 tasks')).toBeVisible()
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.keyboard.press('Control+z')
  await expect(outlook.getByText('200 tasks')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('where in condition 1')).toHaveValue('nearby')

  await page.getByRole('button', { name: 'Next: Comparisons' }).click()
  await page.getByRole('button', { name: 'Add a comparison' }).click()
  const by = page.getByRole('combobox', { name: 'What comparison 1 is by' })
  await by.fill('cohort')
  await by.press('Escape')
  await expect(outlook.getByText('q1 by cohort', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Next: Run' }).click()
  await page.getByLabel('Output tokens').fill('1000000')
  await expect(outlook.getByText('It fits the budget in nine of ten cases.')).toBeVisible()
  await page.getByRole('button', { name: 'Plant a difference' }).click()
  await choose(
    page,
    page.getByRole('combobox', { name: 'People of planted difference 1' }),
    /^City$/,
  )
  await page.getByRole('button', { name: 'Next: Launch' }).click()
  await page.getByRole('button', { name: 'Save and check' }).click()
  await expect(page.getByRole('list', { name: 'Readiness' })).toContainText('Decision owner')
  await page.getByRole('button', { name: /^Launch knowing these/ }).click()
  await expect(page).toHaveURL(/\/runs\//)
  await expect(page.getByText(/^200 of 200 tasks/)).toBeVisible({ timeout: 60_000 })

  await page
    .getByRole('link', { name: /evidence/i })
    .first()
    .click({ timeout: 60_000 })
  await expect(page.getByText(/City: on average [\d.]+ higher than Elsewhere/).first()).toBeVisible(
    {
      timeout: 60_000,
    },
  )
  await expect(page.getByText(/rehearsal/i).first()).toBeVisible()

  await page.getByRole('button', { name: /^Agree, City:/ }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('listitem').first().getByRole('button').click()
  await expect(drawer.getByText('Answer: Agree').first()).toBeVisible()
  await expect(drawer.getByText(/recalled/i).first()).toBeVisible()
})

test.describe('on the sample workspace', () => {
  test.use({ options: ['--sample'] })

  test('the finished study is one click away', async ({ page }) => {
    await page.getByRole('link', { name: 'Evidence' }).first().click({ timeout: 60_000 })
    await expect(page.getByText(/City: on average/).first()).toBeVisible({ timeout: 60_000 })
  })
})

test('an import tells each bad line and takes the good ones', async ({ page }) => {
  await importPeople(page, 'people-with-mistakes.csv')
  await expect(page.getByText('3 personas')).toBeVisible()
})

async function importPeople(page: Page, file: string): Promise<void> {
  await page.getByRole('link', { name: 'Personas', exact: true }).click()
  await page
    .getByRole('button', { name: /import/i })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(sample(file))
  const report = dialog.getByRole('status')
  if (file === 'people.csv') await expect(report).toContainText('200 personas imported')
  else {
    await expect(report).toContainText('3 personas imported, 4 lines left out')
    await expect(report.getByRole('row').nth(1)).toContainText('3')
  }
  await dialog.getByRole('button', { name: 'Done' }).click()
}

async function describeCohort(
  page: Page,
  number: number,
  name: string,
  areas: readonly string[],
): Promise<void> {
  const cohort = page.getByRole('region', { name: `Cohort ${number}` })
  await cohort.getByLabel(`Name of cohort ${number}`).fill(name)
  await cohort
    .getByRole('button', { name: /add a criterion|criterion/i })
    .first()
    .click()
  const criterion = cohort.getByRole('group', { name: 'Criterion 1' })
  await choose(page, criterion.getByRole('combobox', { name: 'Field' }), /^area$/i)
  await choose(page, criterion.getByRole('combobox', { name: 'Comparison' }), /one of/i)
  for (const area of areas) {
    await criterion.getByRole('combobox', { name: 'Values' }).fill(area)
    await page.keyboard.press('Enter')
  }
  await expect(cohort.getByText(name === 'City' ? '91' : '109').first()).toBeVisible()
}

async function choose(page: Page, select: Locator, option: RegExp): Promise<void> {
  await select.click()
  await page.getByRole('option', { name: option }).first().click()
}

async function pasteInto(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}
