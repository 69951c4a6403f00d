import { expect, sample, test } from './fixtures.ts'

test('a first interview streams, shows what was recalled and goes on', async ({ page }) => {
  await page.getByRole('link', { name: 'Personas', exact: true }).click()
  await page
    .getByRole('button', { name: /import/i })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(sample('people.csv'))
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('searchbox').first().fill('nurse')
  // Rows of the list before are gone by then: a click on one of those would be lost.
  await expect(page.getByText(/personas match “nurse”/)).toBeVisible()
  await page.keyboard.press('Tab')
  await page.getByRole('row').nth(1).click()
  await page.getByRole('link', { name: 'Interview' }).click()

  const composer = page.getByRole('textbox').first()
  await composer.fill('What do you do for a living?')
  await composer.press('Enter')
  const recalled = page.getByRole('button', { name: /recalled \d/i })
  await expect(recalled.first()).toBeVisible()
  await expect(page.getByText(/rehearsal/i).first()).toBeVisible()
  await recalled.first().click()
  await expect(page.getByText(/relevance/i).first()).toBeVisible()

  await composer.fill('And what are you proud of?')
  await composer.press('Enter')
  await expect(recalled).toHaveCount(2)
})
