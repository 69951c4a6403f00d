import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test('a skill is written, checked, mended and saved without a line of JSON', async ({ page }) => {
  await page.getByRole('link', { name: 'Skills', exact: true }).click()
  await page.getByRole('link', { name: 'New skill' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Night bus')
  await page.getByLabel('Objective').fill('Find out who would use a night bus.')

  const first = await addQuestion(page, 1, /^One of several/)
  await first.getByLabel('Wording').fill('Do you agree that the night bus should run more often?')
  await paste(first.getByLabel('Add to options'), 'Never\nAt weekends')
  await expect(first.getByRole('textbox', { name: 'Option 4' })).toHaveValue('At weekends')
  await expect(first.getByText('Leading')).toBeVisible()
  await first.getByRole('button', { name: /^Apply/ }).click()
  await expect(first.getByLabel('Wording')).toHaveValue(/Do you think that the night bus/)
  await expect(page.getByRole('region', { name: 'As the persona gets it' })).toContainText(
    'At weekends',
  )

  const second = await addQuestion(page, 2, /^Would they buy at this price/)
  await second.getByLabel('Wording').fill('Would you pay this for a ride?')
  await second.getByRole('button', { name: 'Add a condition' }).click()
  const condition = second.getByRole('group', { name: 'Condition' })
  await choose(
    page,
    condition.getByRole('combobox', { name: 'Comparison' }),
    /^is answered, but not/,
  )
  await choose(page, condition.getByRole('combobox', { name: 'Answer' }), /^Never$/)
  const map = page.getByRole('region', { name: 'Where answers lead' })
  await expect(map).toContainText('q2 is asked if q1 is answered, but not “Never”')

  await page.getByRole('button', { name: 'Remove question 2' }).click()
  await expect(second).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(second).toBeVisible()
  await page.getByRole('button', { name: 'Move question 2 up' }).click()
  await expect(map).toContainText('q1')
  await expect(page.getByRole('listitem', { name: 'Question 1' })).toContainText('to look at')
  await page.getByTitle('Undo (Ctrl Z)').click()

  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Night bus')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('listitem', { name: 'Question 2' })).toContainText('Would you pay')

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Duplicate question 1' }).click()
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByRole('listitem', { name: 'Question 3' })).toContainText('Would you pay')
})

async function addQuestion(page: Page, number: number, type: RegExp): Promise<Locator> {
  await page.getByRole('button', { name: /^Add (a|the first) question/ }).click()
  await page.getByRole('menuitem', { name: type }).click()
  const question = page.getByRole('listitem', { name: `Question ${number}`, exact: true })
  await expect(question.getByLabel('Wording')).toBeFocused()
  return question
}

async function choose(page: Page, select: Locator, option: RegExp): Promise<void> {
  await select.click()
  await page.getByRole('option', { name: option }).first().click()
}

async function paste(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.evaluate((element, data) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', data)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}
